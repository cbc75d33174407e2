import '@fontsource-variable/inter/opsz.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { chooseHost } from './host/choose-host.ts';
import { HostProvider } from './host/host-context.tsx';
import { App } from './shell/app.tsx';
import { ErrorBoundary } from './shell/error-boundary.tsx';

// The policy refuses code made from strings, which zod would otherwise try.
z.config({ jitless: true });

const root = document.getElementById('app');
if (root === null) throw new Error('The page has no place for the app');
createRoot(root).render(
	<ErrorBoundary>
		<HostProvider host={chooseHost()}>
			<App />
		</HostProvider>
	</ErrorBoundary>,
);
