// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { FindingMarks } from '../../utils/page/finding-marks.ts';
import { findingSample } from './finding-sample.ts';

function rangeOver(node: Text): AbstractRange {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
}

it('asks for ranges only of findings that were read again, and keeps those that stand where they stood', () => {
  document.body.innerHTML = '<p>当天出证</p>';
  const node = document.querySelector('p')!.firstChild as Text;
  let findings = [findingSample({ id: 'a' }), findingSample({ id: 'gone', gone: true })];
  let asked = 0;
  const places = {
    findings: () => findings,
    rangesOf: () => {
      asked += 1;
      return [rangeOver(node)];
    },
  };
  const marks = new FindingMarks();
  const [first] = marks.of(places, new Set());
  expect(first).toMatchObject({ id: 'a', kind: 'strong' });
  expect(marks.of(places, new Set())).toEqual([first]);
  expect(asked).toBe(1);
  findings = findings.map((finding) => ({ ...finding }));
  expect(marks.of(places, new Set())[0]).toBe(first);
  expect(asked).toBe(2);
  const [dismissed] = marks.of(places, new Set(['a']));
  expect(dismissed).toMatchObject({ kind: 'cited', ranges: first!.ranges });
});
