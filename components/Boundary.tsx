import { Component, type ComponentChildren } from 'preact';

export interface BoundaryProps {
  children: ComponentChildren;
  /** Drawn in place of children that could not be. */
  fallback: (error: unknown) => ComponentChildren;
}

/**
 * What throws while it is drawn costs its own place and nothing around it. The error is reported all the same. Give it a key
 * where another thing may come to stand in the same place.
 */
export class Boundary extends Component<BoundaryProps, { caught?: { error: unknown } }> {
  static override getDerivedStateFromError(error: unknown) {
    return { caught: { error } };
  }

  override componentDidCatch(error: unknown): void {
    reportError(error);
  }

  override render({ children, fallback }: BoundaryProps, { caught }: { caught?: { error: unknown } }) {
    return caught ? fallback(caught.error) : children;
  }
}
