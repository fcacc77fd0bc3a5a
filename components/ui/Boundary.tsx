import { Component, type ComponentChildren } from 'preact';

export interface BoundaryProps {
  children: ComponentChildren;
  /** Drawn in place of children that could not be. */
  fallback: (error: unknown) => ComponentChildren;
  /** What the children show: another value gives them another try. */
  of?: string;
  /** Who is told of what was caught; the console's error, unless something else is due. */
  onCaught?: (error: unknown) => void;
}

interface BoundaryState {
  of?: string | undefined;
  caught?: { error: unknown } | undefined;
}

/** What throws while it is drawn costs its own place and nothing around it. The error is reported all the same, unless it was to be expected. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  static override getDerivedStateFromError(error: unknown): BoundaryState {
    return { caught: { error } };
  }

  static override getDerivedStateFromProps({ of }: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return state.of === of ? null : { of, caught: undefined };
  }

  override componentDidCatch(error: unknown): void {
    (this.props.onCaught ?? reportError)(error);
  }

  override render({ children, fallback }: BoundaryProps, { caught }: BoundaryState) {
    return caught ? fallback(caught.error) : children;
  }
}
