/** The product's sign: lines of a text, the last one checked. */
export function Logo({ size = 20 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" fill="none" aria-hidden="true" style={{ flex: 'none' }}>
      <rect width="20" height="20" rx="4.5" fill="#2754C5" />
      <g stroke="#FFFFFF" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">
        <path d="M5 6.25h10M5 9.75h5" />
        <path d="M5 13.25h2.5" opacity="0.6" />
        <path d="M9.75 12.75l1.9 1.9 3.6-4" />
      </g>
    </svg>
  );
}
