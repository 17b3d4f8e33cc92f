import { showPreview } from './builder/preview.js';
import { STARTS } from '../src/config/starts.js';

/** The form by itself, as the documentation shows it beside a page: `?flow=login`. */
const flow = new URLSearchParams(location.search).get('flow');
const element = document.querySelector('library-signup');
const start = STARTS[flow === 'login' ? 'A catalogue that logs in' : 'Public library'];
if (element && start) void showPreview(element, start, flow === 'login' || flow === 'recover' ? flow : 'register');
