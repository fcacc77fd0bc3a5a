import { articleText } from '../../rules/article-text.ts';
import { citation, type LegalReference, versionOf } from '../../rules/legal-basis.ts';
import './article.css';

/** An article and its version; unfolds to its wording where that is kept on this computer. */
export function Article({ reference }: { reference: LegalReference }) {
  const text = articleText(reference);
  const head = (
    <>
      {citation(reference)}
      <span class="zj-article-version">{versionOf(reference)}</span>
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
