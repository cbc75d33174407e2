import { RotateCcw } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { Button } from '../ui/controls/button.tsx';
import './plain-screen.css';

/** Shows a calm screen instead of an empty window when the app itself breaks. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
	override state: { error: Error | null } = { error: null };

	static getDerivedStateFromError(thrown: unknown): { error: Error } {
		return { error: thrown instanceof Error ? thrown : new Error(String(thrown)) };
	}

	override componentDidCatch(thrown: unknown): void {
		console.error('Galley could not draw its window', thrown);
	}

	override render(): ReactNode {
		const { error } = this.state;
		if (error === null) return this.props.children;
		return (
			<main className="plain-screen">
				<div className="plain-screen-text">
					<h1>Galley has stopped</h1>
					<p>
						This is a mistake in Galley, not in your stories. Everything that was saved is in the newsroom’s folder.
						Load the window again to go on.
					</p>
					<Button kind="primary" icon={RotateCcw} onPress={() => location.reload()}>
						Load again
					</Button>
					<details>
						<summary>What happened</summary>
						<pre>{error.message}</pre>
					</details>
				</div>
			</main>
		);
	}
}
