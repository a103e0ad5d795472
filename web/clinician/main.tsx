// Entry of the clinician page.
import { createRoot } from 'react-dom/client';
import { applyAppearance, keptAppearance } from '../shared/appearance.ts';
import { App } from './app.tsx';

applyAppearance(document.documentElement, keptAppearance(localStorage));

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<App />);
