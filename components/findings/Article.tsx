import type { CitedArticle } from '../../rules/legal-basis.ts';
import './article.css';

/** An article and its version; unfolds to its wording where that is known. */
export function Article({ article: { law, article, version, text } }: { article: CitedArticle }) {
  const head = (
    <>
      {law}
      {article}
      <span class="zj-article-version">{version}</span>
    </>
  );
  if (text === undefined) return head;
  return (
    <details class="zj-article">
      <summary>{head}</summary>
      {text.split('\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </details>
  );
}
