import { Component, type ReactElement, type ReactNode } from 'react';
import { noteError } from '../care/last-error';

interface Props {
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

const AGAIN_MS = 20_000;

/** What could not be drawn is told to the console and tried again; the watchdog opens the page anew when that fails too. */
export class Crash extends Component<Props, { readonly isDown: boolean }> {
  override state = { isDown: false };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static getDerivedStateFromError(): { isDown: boolean } {
    return { isDown: true };
  }

  override componentDidCatch(error: unknown): void {
    noteError(error);
    this.#timer = setTimeout(() => this.setState({ isDown: false }), AGAIN_MS);
  }

  override componentWillUnmount(): void {
    clearTimeout(this.#timer);
  }

  override render(): ReactElement {
    return <>{this.state.isDown ? this.props.fallback : this.props.children}</>;
  }
}
