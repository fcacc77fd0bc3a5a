import type { MarkKind } from './LevelMark.tsx';
import './highlighted-snippet.css';

export interface HighlightedSnippetProps {
  prefix: string;
  match: string;
  suffix: string;
  kind: MarkKind;
}

/** The page's own words around a hit, the hit painted as on the page. */
export function HighlightedSnippet({ prefix, match, suffix, kind }: HighlightedSnippetProps) {
  return (
    <span class="zj-snippet">
      {prefix}
      <mark class={`zj-hit zj-hit-${kind}`}>{match}</mark>
      {suffix}
    </span>
  );
}
