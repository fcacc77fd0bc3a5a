import { storage } from '#imports';
import type { CampaignEntries } from '../documents/campaign-figures.ts';

/** The figures of the special action that the office typed. */
export const campaignEntriesItem = storage.defineItem<CampaignEntries>('local:campaignEntries', { fallback: {} });
