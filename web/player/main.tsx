// Entry of the player page.
import { createRoot } from 'react-dom/client';
import { applyAppearance, keptAppearance } from '../shared/appearance.ts';
import { App } from './app.tsx';

applyAppearance(document.documentElement, keptAppearance(localStorage));

// Keeps page and help at hand offline; without it (old browser, plain http) the page's own list still serves.
if ('serviceWorker' in navigator) navigator.serviceWorker.register('/sw.js').catch(() => undefined);

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<App />);
