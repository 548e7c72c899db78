import '@digdir/designsystemet-css';
import '@digdir/designsystemet-theme';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

// A file dropped beside the documents would else be opened in place of Segl, with everything typed.
for (const kind of ['dragover', 'drop'] as const) {
  window.addEventListener(kind, (event) => event.preventDefault());
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
