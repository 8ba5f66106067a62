'use strict';

// Sends the phone messages of Auth0 through MessageMedia (POST /v1/messages). It needs no npm packages.
// Its secrets are MESSAGEMEDIA_API_KEY and MESSAGEMEDIA_API_SECRET. What it does in each case: docs/ACTION.md.

const REVISION = 1;

// The settings of this tenant. The build writes them from messagemedia-auth0.yaml: change them there.
// SENDERS: the first that the recipient's number begins with. The longest prefixes stand first, the default last.
const HOST = 'api.messagemedia.com';
const SENDERS = [];
const EXPIRY_SECONDS = 300;

// Auth0 asks Actions to end their requests within 10 seconds.
const TIMEOUT_MS = 8000;

// Node's codes of failures that happen before a request is sent.
const NOT_SENT = /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$|CERT|TLS|SSL/;

const withoutSeparators = (number) => number.replace(/[\s().\u2010-\u2015-]/g, '');

// A code is of no use when its time is over. A notice is useful later, too.
const isCode = ({ code, message_type: type }) => Boolean(code) || /^otp_/.test(type);

// The sender of Auth0's template wins.
const senderOf = ({ from }, recipient) => {
  const [, known] = SENDERS.find(([prefix]) => recipient.startsWith(prefix)) || ['', ''];
  const sender = String(from || '').trim() || known;
  return /^\+?[\d\s().-]+$/.test(sender) ? withoutSeparators(sender) : sender;
};

// MessageMedia guesses a type that is missing, and says that it can guess wrong.
const typeOf = (sender) => {
  if (/[^+\d]/.test(sender)) {
    return 'ALPHANUMERIC';
  }
  return /^\d{1,7}$/.test(sender) ? 'SHORTCODE' : 'INTERNATIONAL';
};

const messageFor = (notification, transaction, recipient) => {
  const message = { content: notification.as_text, destination_number: recipient, format: 'SMS' };
  const sender = senderOf(notification, recipient);
  if (sender !== '') {
    Object.assign(message, { source_number: sender, source_number_type: typeOf(sender) });
  }
  if (isCode(notification)) {
    message.message_expiry_timestamp = new Date(Date.now() + EXPIRY_SECONDS * 1000).toISOString();
  }
  if (transaction && transaction.correlation_id) {
    message.metadata = { auth0_correlation_id: String(transaction.correlation_id).slice(0, 256) };
  }
  return message;
};

// Makes one request. It reads the body within the same time limit: a server can stop in the middle of an answer.
const post = async (message, { MESSAGEMEDIA_API_KEY: key, MESSAGEMEDIA_API_SECRET: secret }) => {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`https://${HOST}/v1/messages`, {
      method: 'POST',
      headers: {
        Accept: 'application/json',
        Authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
        'Content-Type': 'application/json',
        'User-Agent': `messagemedia-auth0-action/${REVISION}`,
      },
      body: JSON.stringify({ messages: [message] }),
      // The credentials must go to no other host.
      redirect: 'manual',
      signal: controller.signal,
    });
    const body = await response.json().catch(() => null);
    return { status: response.status, body: body || {} };
  } finally {
    clearTimeout(timer);
  }
};

// MessageMedia's details quote the number. Only the name of a field that we sent is shown.
const refusedField = (details, message) => {
  const texts = Array.isArray(details) ? details.map(String) : [];
  const refuses = (name) => texts.some((text) => text.startsWith(`/messages/0/${name}:`));
  return Object.keys(message).find(refuses) || 'the message';
};

// Decides what a MessageMedia answer means for Auth0. Many people can read a tenant's logs: no reason and no log line
// has a number, a text, a code or a secret.
const judge = ({ status, body }, message, auth0) => {
  if (status >= 200 && status < 300) {
    const [accepted] = Array.isArray(body.messages) ? body.messages : [];
    const id = accepted ? String(accepted.message_id) : '';
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
    // Even without an id, a retry could send the message twice.
    console.log(`MessageMedia answered ${status}, message id ${isId ? id : 'missing'}.`);
  } else if (status === 400) {
    auth0.drop(`MessageMedia answered 400: it refuses ${refusedField(body.details, message)}.`);
  } else if (status === 401 || (status === 403 && body.message === 'Invalid authentication credentials')) {
    auth0.drop(`MessageMedia answered ${status}: it refuses the API key or the API secret.`);
  } else if (status === 403) {
    auth0.drop('MessageMedia answered 403: a feature is disabled for this account.');
  } else if (status < 400 || status === 404 || status === 405) {
    auth0.drop(`${HOST} answered ${status}: it is not the host of MessageMedia's API.`);
  } else if (status === 429 || status >= 500) {
    auth0.retry(`MessageMedia answered ${status}.`);
  } else {
    auth0.drop(`MessageMedia answered ${status}: it refuses the request.`);
  }
};

const deliver = async ({ notification, transaction, secrets = {} }, auth0) => {
  const missing = ['MESSAGEMEDIA_API_KEY', 'MESSAGEMEDIA_API_SECRET'].filter((name) => !secrets[name]);
  const recipient = withoutSeparators(String(notification.recipient));
  if (missing.length > 0) {
    auth0.drop(`The Action lacks its secret ${missing.join(' and its secret ')}.`);
  } else if (notification.delivery_method !== 'text') {
    auth0.drop('The Action sends text messages only, and Auth0 asked for a voice call.');
  } else if (!/^\+[1-9]\d{7,14}$/.test(recipient)) {
    auth0.drop('The recipient is not a phone number in international form.');
  } else {
    const message = messageFor(notification, transaction, recipient);
    const answer = await post(message, secrets).catch((error) => ({ error }));
    if (!answer.error) {
      judge(answer, message, auth0);
    } else if (answer.error.cause && NOT_SENT.test(answer.error.cause.code)) {
      auth0.retry('No connection to MessageMedia; nothing was sent.');
    } else if (isCode(notification)) {
      auth0.retry('No answer from MessageMedia; the code may arrive twice.');
    } else {
      auth0.drop('No answer from MessageMedia; the notice may have been sent.');
    }
  }
};

exports.onExecuteCustomPhoneProvider = async (event, api) => {
  try {
    await deliver(event, api.notification);
  } catch {
    // An error's text can quote what it failed on.
    api.notification.retry('The Action failed unexpectedly.');
  }
};
