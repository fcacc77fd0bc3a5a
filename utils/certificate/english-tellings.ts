import { anyOf, captured, followedBy, grouped, inRow } from '../base/pattern-parts.ts';
import type { Telling } from './read-telling.ts';

const ENGLISH_DATE =
  '(?:[A-Z][a-z]{2,8}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\\.?,? \\d{4}|\\d{4}-\\d{2}-\\d{2})';

const ENGLISH_GOODS = '[a-zA-Z][A-Za-z0-9 -]{2,40}?';
const ENGLISH_FIRM =
  "[A-Z][\\w&.'’-]*(?: (?:[A-Z&(][\\w&.'’()-]*|of|and|for))*?,? (?:Co\\., ?Ltd|Ltd|Inc|LLC|GmbH|Limited|Corp|Corporation|Group|Company|S\\.?r\\.?l|S\\.?p\\.?A|AG|B\\.?V|AS|Oy)\\.?";

/** No pattern by itself: begun anywhere it would cost the square of a run of spaces. */
const ENDS_IN_WORD = { source: String.raw`\s+(?:on|under|in|with|for|and|dated|to)\b` };

/** In the order in which they are tried: of each meaning the first that fits is taken. */
export const ENGLISH_TELLINGS: readonly Telling[] = [
  {
    meaning: 'validUntil',
    pattern: /valid(?:ity)?(?: period)?:?\s+from\s[^;\n]{6,24}?\s(?:to|until|till|through|–|-)\s([^;\n]{6,24})/iu,
  },
  {
    meaning: 'issuingBody',
    pattern: anyOf(
      'u',
      inRow(
        /(?:issued|granted|certified|awarded|tested) by\s+([A-Z][^;:\n]*?(?:\b(?:Ltd|Inc|Corp|Co)\.|[A-Za-z)]))/u,
        followedBy(
          ENDS_IN_WORD,
          /,\s(?!(?:Ltd|Inc|LLC|Limited)\b)/u,
          /(?<!\b(?:Ltd|Inc|Corp|Co))\.(?:\s|$)|(?<=\.)\s+(?=[A-Z])|;|$/u,
        ),
      ),
    ),
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(?:issued|granted|certified|dated)[^;\\n]{0,100}?\\b(?:on|dated)?\\s*(${ENGLISH_DATE})`, 'u'),
  },
  {
    meaning: 'certificateNumber',
    pattern: /(?:certificate|report)\s+(?:no\.?|number|#)\s*:?\s*([A-Z0-9][A-Z0-9\-/.]{3,40}(?: \d{3}(?!\d))?)/iu,
  },
  {
    meaning: 'modelSpec',
    pattern:
      /\b[Mm]odels?(?:\s+(?:[Nn]o\.?|[Nn]umber|[Nn]ame))?\s*[:#]?\s+((?=[A-Za-z0-9-]*\d)[A-Z][A-Za-z0-9\-/.]{1,30})/u,
  },
  {
    meaning: 'validUntil',
    pattern: new RegExp(`(?:valid (?:until|till|through|to)|expires? on|expiring on)\\s+(${ENGLISH_DATE})`, 'iu'),
  },
  {
    meaning: 'conclusion',
    pattern: anyOf(
      'iu',
      captured(
        inRow(
          /(?:the |this |these )?(?:tested |submitted |above )?(?:product|sample|equipment|item|device)s?[^.;\n]{0,60}?/u,
          grouped(
            /compl(?:y|ies|ied)|conforms?|meets?/u,
            /(?:was|were|is|are) found (?:to (?:be )?)?(?:compl|conform)[a-z]*|(?:has |have )?passed/u,
          ),
          /(?:[^.;\n]|\.(?=\d)){0,140}/u,
        ),
      ),
    ),
    weak: true,
  },
  {
    meaning: 'holder',
    pattern: new RegExp(
      `(?:^|[.;] +)(${ENGLISH_FIRM})\\s+(?:holds?|has|obtained|received|was|is|operates|maintains|achieved)\\b`,
      'u',
    ),
    weak: true,
  },
  {
    meaning: 'issuingBody',
    pattern:
      /(?:certificate|report)[^.;\n]{0,60}?\bfrom\s+(?:the\s+)?([A-Z][\w&'’(). -]*?)(?=\s+(?:on|under|in|with|for|dated)\b|[,;]|\.(?:\s|$)|$)/u,
  },
  {
    meaning: 'issueDate',
    pattern: new RegExp(`(?:obtained|received|got|earned|achieved)[^;\\n]{0,120}?\\bon\\s+(${ENGLISH_DATE})`, 'u'),
  },
  {
    meaning: 'scope',
    pattern:
      /(?:covering|covers|for)\s+(?:the\s+)?((?:design|development|manufactur(?:e|ing)|production|processing|sales?|provision|assembly|trading)\b[^.;\n]{3,160})/iu,
  },
  {
    meaning: 'standard',
    pattern: /(?:holds?|certified to|accordance with|under)\s+(?:an?\s+)?((?:ISO|IEC|EN|GB)[ /][\dA-Z/ -]*\d[\d:.-]*)/u,
    weak: true,
  },
  {
    meaning: 'productName',
    pattern: new RegExp(`(?:^|[.;] +)(?:The|Our|This|These|Each) (${ENGLISH_GOODS})\\s*[,(]\\s*[Mm]odels?\\b`, 'u'),
  },
  {
    meaning: 'issuingBody',
    weak: true,
    pattern: new RegExp(
      `^((?=.*\\b(?:[Tt]est|[Ll]ab|[Cc]ertif|[Ii]nspect|[Aa]ssess|[Qq]uality))${ENGLISH_FIRM})$`,
      'u',
    ),
  },
  {
    meaning: 'conclusion',
    pattern: /\b(passed (?:the )?[^.;,\n]{2,60}?(?:requirements?|tests?|standards?|limits?))\b/iu,
    weak: true,
  },
  { meaning: 'holder', pattern: new RegExp(`\\b(?:issued|awarded|granted) to\\s+(?:the )?(${ENGLISH_FIRM})`, 'u') },
  {
    meaning: 'issuingBody',
    pattern: new RegExp(`\\b(?:issued|awarded|granted) to\\s[^;\\n]{4,80}?\\sby\\s+(?:the )?(${ENGLISH_FIRM})`, 'u'),
  },
];
