import '@digdir/designsystemet-css';
import '@digdir/designsystemet-theme';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';

const root = document.getElementById('root');
if (root) createRoot(root).render(<App />);
