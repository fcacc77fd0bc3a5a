import './ring.css';

/** The turning ring of work under way; stands still when reduced motion is asked for. */
export function Ring({ size = 16 }: { size?: 14 | 16 | 20 }) {
  return (
    <svg class="zj-ring" width={size} height={size} viewBox="0 0 16 16" fill="none" stroke-width="2" aria-hidden="true">
      <circle cx="8" cy="8" r="6" class="zj-ring-track" />
      <path d="M14 8a6 6 0 1 1-6-6" stroke="currentColor" stroke-linecap="round" />
    </svg>
  );
}
