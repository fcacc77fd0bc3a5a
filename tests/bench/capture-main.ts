import { benchCapture } from './capture.ts';
import { benchPictureQueue } from './picture-queue.ts';

const result = { ...(await benchCapture(5)), pictureQueue: await benchPictureQueue() };
process.stdout.write(`${JSON.stringify(result)}\n`);
