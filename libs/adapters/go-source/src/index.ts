export { type GoSourceOptions, openGoSource } from './open-go-source.js';
