import { expect, it } from 'vitest';
import { ownResponse } from '../../utils/capture/network/tls-by-debugger.ts';

type Listener = (params: unknown) => void;

function fakeSession() {
  const listeners = new Map<string, Listener>();
  return {
    listen: <Params>(event: string, listener: (params: Params) => void) => {
      listeners.set(event, listener as Listener);
      return () => listeners.delete(event);
    },
    tell: (event: string, params: unknown) => listeners.get(event)?.(params),
  };
}

const response = (ip: string) => ({
  url: 'https://shop.example/',
  remoteIPAddress: ip,
  connectionReused: false,
  securityDetails: {},
});

it('takes the connection of our own request, and of no other to the same site', async () => {
  const session = fakeSession();
  const { seen } = ownResponse(session, 'https://shop.example');
  session.tell('Network.requestWillBeSent', {
    requestId: '1',
    request: { url: 'https://shop.example/a.js', method: 'GET' },
  });
  session.tell('Network.responseReceived', { requestId: '1', response: response('192.0.2.66') });
  session.tell('Network.requestWillBeSent', {
    requestId: '2',
    request: { url: 'https://shop.example/', method: 'HEAD' },
  });
  session.tell('Network.responseReceived', { requestId: '2', response: response('192.0.2.1') });
  expect((await seen).remoteIPAddress).toBe('192.0.2.1');
});
