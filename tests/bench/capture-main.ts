import { benchCapture } from './capture.ts';

const result = await benchCapture(5);
process.stdout.write(`${JSON.stringify(result)}\n`);
