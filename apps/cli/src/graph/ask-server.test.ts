import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { askServer, questionUrl } from './ask-server.js';
import { questionOf } from './graph-question.js';

const options = { asOf: null, knownAt: null, limit: null };
const upstream = questionOf(['upstream', 'host:a'], options);
const never = new AbortController().signal;
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

describe('questionUrl', () => {
  it.each([
    [['upstream', 'host:a b'], 'dependents?entity=host%3Aa+b&direction=upstream&asOf=1&knownAt=2&limit=3'],
    [['paths', 'a:1', 'b:2'], 'paths?from=a%3A1&to=b%3A2&asOf=1&knownAt=2&limit=3'],
    [['blast-radius', 'a:1&x=2'], 'blast-radius?entity=a%3A1%26x%3D2&asOf=1&knownAt=2&nearest=3'],
    [['common-causes', 'a:1', 'b:2'], 'common-causes?entity=a%3A1&entity=b%3A2&asOf=1&knownAt=2&limit=3'],
  ])('asks %j', (words, query) => {
    const question = questionOf(words, { asOf: '1', knownAt: '2', limit: 3 });
    expect(questionUrl(question, 'http://h:1').href).toBe(`http://h:1/api/v1/graph/${query}`);
    expect(questionUrl(question, 'https://h/base/?q#f').href).toBe(`https://h/base/api/v1/graph/${query}`);
  });

  it.each(['h:1', 'ftp://h', 'file:///etc/passwd', '', 'http://user:secret@h'])(
    'refuses the address %s without repeating it',
    (server) => {
      expect(() => questionUrl(upstream, server)).toThrow('--server');
      expect(() => questionUrl(upstream, server)).not.toThrow(/secret/);
    },
  );
});

describe('askServer', () => {
  it('gives the answer as it is', async () => {
    const server = await serve((request, response) => response.end(JSON.stringify({ url: request.url })));
    expect(await askServer(upstream, server, never)).toEqual({
      url: '/api/v1/graph/dependents?entity=host%3Aa&direction=upstream',
    });
  });

  it('passes on what the server refuses', async () => {
    const problem = { code: 'FL_NOT_FOUND', detail: 'There is no entity host:a.' };
    const server = await serve((_, response) => response.writeHead(404).end(JSON.stringify(problem)));
    await expect(askServer(upstream, server, never)).rejects.toMatchObject({
      code: 'FL_NOT_FOUND',
      message: problem.detail,
    });
  });

  it.each<[string, RequestListener]>([
    ['a page', (_, response) => response.end('<html>')],
    ['an error of another program', (_, response) => response.writeHead(500).end('{"code":"E","detail":1}')],
    ['nothing', (_, response) => response.end()],
  ])('says that %s is no answer', async (_, listener) => {
    await expect(askServer(upstream, await serve(listener), never)).rejects.toThrow('does not look like');
  });

  it('follows no redirect and says so when nobody is there', async () => {
    let asked = 0;
    const elsewhere = await serve((_, response) => {
      asked += 1;
      response.end('{}');
    });
    const server = await serve((_, response) => response.writeHead(302, { location: elsewhere }).end());
    await expect(askServer(upstream, server, never)).rejects.toThrow('cannot reach');
    expect(asked).toBe(0);
    await expect(askServer(upstream, 'http://127.0.0.1:1', never)).rejects.toMatchObject({
      code: 'FL_USAGE',
    });
  });

  it('ends when it is interrupted', async () => {
    const stop = new AbortController();
    const server = await serve(() => stop.abort());
    await expect(askServer(upstream, server, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});
