import { useEffect, useMemo, useState } from 'preact/hooks';
import { sendMessage } from '../messages/messaging.ts';
import { isPictureAddress } from '../recognition/picture-address.ts';
import type { TabReport } from '../reports/tab-report.ts';

const addressesIn = ({ certificates, findings }: TabReport): string[] => [
  ...new Set(
    [...certificates.map(({ pictureUrl }) => pictureUrl), ...findings.map(({ picture }) => picture?.url)].filter(
      isPictureAddress,
    ),
  ),
];

/**
 * A report whose pictures can be shown without asking the page's server: their addresses are replaced by what was read, or taken out where
 * that is not kept any more.
 */
export function useLocalPictures(report: TabReport | undefined): TabReport | undefined {
  const [pictures, setPictures] = useState<ReadonlyMap<string, string | null>>(new Map());
  const addresses = report ? addressesIn(report) : [];
  const wanted = addresses.join('\n');
  useEffect(() => {
    if (!report) return;
    let left = false;
    void Promise.all(
      addresses.map(async (url) => [url, await sendMessage('getPicture', { tabId: report.tabId, url })] as const),
    ).then((found) => {
      if (!left) setPictures(new Map(found));
    });
    return () => {
      left = true;
    };
  }, [wanted, report?.tabId]);
  return useMemo(() => report && withPictures(report, pictures), [report, pictures]);
}

/** The same report with local addresses in place of those of servers. */
export function withPictures(report: TabReport, pictures: ReadonlyMap<string, string | null>): TabReport {
  return {
    ...report,
    certificates: report.certificates.map(({ pictureUrl, ...certificate }) => {
      const url = isPictureAddress(pictureUrl) ? pictures.get(pictureUrl) : pictureUrl;
      return url ? { ...certificate, pictureUrl: url } : certificate;
    }),
    findings: report.findings.map(({ picture, ...finding }) => {
      const url = picture && (isPictureAddress(picture.url) ? pictures.get(picture.url) : picture.url);
      return picture && url ? { ...finding, picture: { ...picture, url } } : finding;
    }),
  };
}
