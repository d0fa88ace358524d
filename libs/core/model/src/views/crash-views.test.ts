import { describe, expect, it } from 'vitest';
import { handlerFits } from './handler-fits.js';
import { routeOf } from './route-of.js';
import { sameProgram } from './same-program.js';

describe('a handler and a path', () => {
  it.each([
    ['main.(*Web).handleOrders', '/v1/orders/7', true],
    ['github.com/acme/shop/web.(*Order).List', '/orders', true],
    ['main.postBasket', '/baskets/3/items', true],
    ['main.main.func1', '/main', false],
    ['github.com/acme/orders/cache.(*Table).Set', '/orders', false],
    ['main.(*Web).handleOrders', '/users', false],
    ['main.serve', '/', false],
  ])('%s for %s: %s', (name, path, expected) => {
    expect(handlerFits([name], path)).toBe(expected);
  });
});

describe('a route', () => {
  it.each([
    ['/orders/1234', 'GET /orders/{id}'],
    ['/orders/7', 'GET /orders/{id}'],
    ['/orders/3fa85f64-5717-4562-b3fc-2c963f66afa6/items', 'GET /orders/{id}/items'],
    ['/health', 'GET /health'],
    [null, 'GET /'],
  ])('of %s is %s', (path, expected) => {
    expect(routeOf({ method: 'GET', path })).toBe(expected);
  });

  it('is bounded, however long the path', () => {
    expect(routeOf({ method: 'G'.repeat(999), path: '/a'.repeat(99_999) }).length).toBeLessThan(1_200);
  });
});

describe('a name of the machinery and a service', () => {
  it.each([
    ['shop-orders-1', 'orders', true],
    ['orders.service', 'Orders', true],
    ['prod_order-api_2', 'order-api', true],
    ['reorders-1', 'orders', false],
    ['orders', '', false],
  ])('%s is %s: %s', (name, service, expected) => {
    expect(sameProgram(name, service)).toBe(expected);
  });
});
