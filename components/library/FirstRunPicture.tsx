/** A drawing of a page with the three marks beside the panel; decoration, its meaning stands in words next to it. */
export function FirstRunPicture() {
  return (
    <div class="zj-first-picture" aria-hidden="true">
      <div class="zj-first-bar">
        <i />
        <i />
        <i />
      </div>
      <div class="zj-first-split">
        <div class="zj-first-sheet">
          <span style={{ width: '52%' }} />
          <mark class="zj-hit zj-hit-strong" style={{ width: '28%' }} />
          <span style={{ width: '30%' }} />
          <mark class="zj-hit zj-hit-weak" style={{ width: '22%' }} />
          <span style={{ width: '26%' }} />
          <b />
          <span style={{ width: '40%' }} />
          <mark class="zj-hit zj-hit-cited" style={{ width: '20%' }} />
          <span style={{ width: '86%' }} />
          <span style={{ width: '64%' }} />
        </div>
        <div class="zj-first-side">
          <em />
          <span style={{ width: '80%' }} />
          <span style={{ width: '56%' }} />
          <span style={{ width: '74%' }} />
          <span style={{ width: '48%' }} />
        </div>
      </div>
    </div>
  );
}
