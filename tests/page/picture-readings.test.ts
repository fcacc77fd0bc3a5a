// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { BUILT_IN_PACKS } from '../../rules/index.ts';
import { certificateReader } from '../../utils/page/certificate-reader.ts';
import { PictureReadings } from '../../utils/page/picture-readings.ts';
import { createScanner } from '../../utils/scan/scanner.ts';
import { lineOf } from '../recognition/glyphs.ts';

const line = (text: string, y: number) => lineOf(text, 0, y);
const READING = {
  digest: 'd',
  width: 640,
  height: 480,
  codes: [],
  turned: 0,
  reader: 'one',
  lines: [
    line('检验报告', 0),
    line('报告编号：AB24-0017', 30),
    line('样品名称：塑料杯', 60),
    line('检验机构：福建省产品质量检验研究院', 90),
    line('无需检测，当天出证', 120),
  ],
};

it('says where in the picture each field and each claim was read', async () => {
  document.body.innerHTML = '<img src="https://shop.example/report.jpg" width="640" height="480">';
  const image = document.querySelector('img')!;
  image.getBoundingClientRect = () => ({ x: 0, y: 0, width: 640, height: 480 }) as DOMRect;
  Object.defineProperties(image, {
    naturalWidth: { value: 640 },
    naturalHeight: { value: 480 },
    complete: { value: true },
  });
  const readings = new PictureReadings(async () => certificateReader);
  const { pictures } = await readings.list(document);
  await readings.take(pictures[0]!.id, READING, createScanner(BUILT_IN_PACKS), '2026-11-23');
  const [certificate] = readings.certificates();
  expect(certificate).toMatchObject({
    pictureUrl: 'https://shop.example/report.jpg',
    pictureSize: { width: 640, height: 480 },
    fields: { certificateNumber: { value: 'AB24-0017', box: { y: 30, height: 20 } }, productName: { box: { y: 60 } } },
  });
  const claim = readings.findings().find(({ matchedText }) => matchedText.includes('当天出证'));
  readings.renew(createScanner(BUILT_IN_PACKS));
  expect(readings.findings().find(({ id }) => id === claim?.id)).toEqual(claim);
  const off = BUILT_IN_PACKS.map((pack) => ({
    ...pack,
    rules: pack.rules.map((rule) => ({ ...rule, disabled: rule.id === claim?.ruleId })),
  }));
  readings.renew(createScanner(off));
  expect(readings.findings().map(({ id }) => id)).not.toContain(claim?.id);
  expect(readings.certificates()).toHaveLength(1);
  expect(claim?.picture).toMatchObject({
    url: 'https://shop.example/report.jpg',
    width: 640,
    box: { y: 120, height: 20 },
  });
});

it('names a picture without an address of its own by what was read of it', async () => {
  document.body.innerHTML = '<img src="data:image/png;base64,AAAA" width="640" height="480">';
  const image = document.querySelector('img')!;
  image.getBoundingClientRect = () => ({ x: 0, y: 0, width: 640, height: 480 }) as DOMRect;
  Object.defineProperties(image, {
    naturalWidth: { value: 640 },
    naturalHeight: { value: 480 },
    complete: { value: true },
  });
  const readings = new PictureReadings(async () => certificateReader);
  const { pictures } = await readings.list(document);
  await readings.take(pictures[0]!.id, READING, createScanner(BUILT_IN_PACKS), '2026-11-23');
  expect(readings.certificates()).toMatchObject([
    { pictureUrl: 'urn:sha256:d', pictureSize: { width: 640, height: 480 } },
  ]);
});
