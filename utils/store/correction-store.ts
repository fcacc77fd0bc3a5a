import { browser } from '#imports';
import type { CertificateField } from '../../rules/papers/certificate-terms.ts';
import { recounted } from '../evidence/standing.ts';
import type { TabReport } from '../reports/tab-report.ts';

/** One value put right by hand, and the reading it stands beside: another reading is another value. */
interface Correction {
  frameId: number;
  certificateId: string;
  field: CertificateField;
  read: string | null;
  value: string;
}

/** A certificate that is none, or was misread; another reading is another certificate. */
interface StrikeOff {
  frameId: number;
  certificateId: string;
  reading: string;
}

/** Characters of one corrected value, and corrections of one tab. */
const LONGEST = 2000;
const MOST = 200;

type FramedCertificate = TabReport['certificates'][number];

const keyOf = (tabId: number) => `corrections:${tabId}`;

async function read(tabId: number): Promise<readonly Correction[]> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] as readonly Correction[] | undefined) ?? [];
}

const strikesKey = (tabId: number) => `struck-off:${tabId}`;

async function readStrikes(tabId: number): Promise<readonly StrikeOff[]> {
  const key = strikesKey(tabId);
  return ((await browser.storage.session.get(key))[key] as readonly StrikeOff[] | undefined) ?? [];
}

/** All that was read of a certificate, as one text; bounded, since the page wrote it. */
const wholeReading = ({ kind, fields }: FramedCertificate) =>
  [kind, ...Object.entries(fields).map(([field, { value }]) => `${field} ${value}`)].join('\n').slice(0, LONGEST);

/** Strikes a certificate in view off as misread, or takes it back in. */
export async function saveStrikeOff(
  report: TabReport,
  { frameId, certificateId, struckOff }: { frameId: number; certificateId: string; struckOff: boolean },
): Promise<void> {
  const certificate = report.certificates.find((each) => each.frameId === frameId && each.id === certificateId);
  if (!certificate) return;
  const others = (await readStrikes(report.tabId)).filter(
    (each) => !(each.frameId === frameId && each.certificateId === certificateId),
  );
  const own = { frameId, certificateId, reading: wholeReading(certificate) };
  await browser.storage.session.set({
    [strikesKey(report.tabId)]: struckOff ? [...others, own].slice(-MOST) : others,
  });
}

const reading = (certificate: FramedCertificate, field: CertificateField) => certificate.fields[field]?.value ?? null;

const concerns = (correction: Correction, certificate: FramedCertificate) =>
  correction.frameId === certificate.frameId &&
  correction.certificateId === certificate.id &&
  correction.read === reading(certificate, correction.field);

/** Keeps a corrected value beside the reading in view; the reading itself, or nothing, takes the correction back. */
export async function saveCorrection(
  report: TabReport,
  { frameId, certificateId, field, value }: Omit<Correction, 'read'>,
): Promise<void> {
  const certificate = report.certificates.find((each) => each.frameId === frameId && each.id === certificateId);
  if (!certificate) return;
  const correction: Correction = {
    frameId,
    certificateId,
    field,
    read: reading(certificate, field),
    value: value.trim().slice(0, LONGEST),
  };
  const others = (await read(report.tabId)).filter(
    (each) => !(each.frameId === frameId && each.certificateId === certificateId && each.field === field),
  );
  const takenBack = correction.value === (correction.read ?? '');
  await browser.storage.session.set({
    [keyOf(report.tabId)]: takenBack ? others : [...others, correction].slice(-MOST),
  });
}

/** The report with what a person has put right or struck off, as the panel shows it and a capture keeps it. */
export async function withCorrections(report: TabReport): Promise<TabReport> {
  const [all, strikes] = await Promise.all([read(report.tabId), readStrikes(report.tabId)]);
  if (all.length + strikes.length === 0) return report;
  return {
    ...report,
    certificates: report.certificates.map((certificate) => {
      const own = all.filter((correction) => concerns(correction, certificate));
      const struckOff = strikes.some(
        (each) =>
          each.frameId === certificate.frameId &&
          each.certificateId === certificate.id &&
          each.reading === wholeReading(certificate),
      );
      return {
        ...certificate,
        ...(own.length > 0
          ? recounted({
              ...certificate,
              corrections: Object.fromEntries(own.map(({ field, value }) => [field, value])),
            })
          : {}),
        ...(struckOff ? { struckOff } : {}),
      };
    }),
  };
}

/** Forgets them: the tab went elsewhere, or was closed. */
export const forgetCorrections = (tabId: number): Promise<void> =>
  browser.storage.session.remove([keyOf(tabId), strikesKey(tabId)]);
