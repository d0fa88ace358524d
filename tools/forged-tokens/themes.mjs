// @ts-check
// What the company does: its services, their routes, and the tables that its writes touch.

/** @typedef {{ name: string, type: string }} Column */
/** @typedef {{ name: string, key: Column, columns: Column[] }} Table */
/** @typedef {{ method: string, path: string, weight: number, writes?: string }} Route */
/** @typedef {{ name: string, routes: Route[], tables: Table[] }} ServiceSpec */
/** @typedef {{ services: ServiceSpec[], roleService: string, roleTable: string, payoutService: string, payoutTable: string, clientPrefix: string, machines: string[] }} Theme */

const BIG = 'bigint';
const TEXT = 'character varying(120)';
const MONEY = 'numeric(38,9)';
const WHEN = 'timestamp with time zone';

/** @param {string} name @param {[string, string][]} columns @returns {Table} */
const table = (name, columns) => ({
  name,
  key: { name: 'id', type: BIG },
  columns: [...columns, /** @type {[string, string]} */ (['updated_at', WHEN])].map(([column, type]) => ({
    name: column,
    type,
  })),
});

/** @param {string} noun plural, @param {string} [writes] @returns {Route[]} */
const resource = (noun, writes) => [
  { method: 'GET', path: `/v1/${noun}`, weight: 6 },
  { method: 'GET', path: `/v1/${noun}/{id}`, weight: 5 },
  ...(writes
    ? [
        { method: 'POST', path: `/v1/${noun}`, weight: 1, writes },
        { method: 'PATCH', path: `/v1/${noun}/{id}`, weight: 0.7, writes },
      ]
    : []),
];

const roleTable = (/** @type {string} */ name) =>
  table(name, [
    ['account_id', BIG],
    ['role', 'character varying(32)'],
    ['granted_by', BIG],
  ]);
const payTable = (/** @type {string} */ name) =>
  table(name, [
    ['owner_id', BIG],
    ['iban', 'character varying(34)'],
    ['bank_name', TEXT],
    ['limit_amount', MONEY],
    ['active', 'boolean'],
  ]);

/** @type {Record<string, Theme>} */
export const THEMES = {
  retail: {
    services: [
      {
        name: 'orders-api',
        routes: resource('orders', 'orders'),
        tables: [
          table('orders', [
            ['customer_id', BIG],
            ['state', 'character varying(24)'],
            ['total', MONEY],
            ['currency', 'character(3)'],
          ]),
        ],
      },
      { name: 'catalog-api', routes: resource('products'), tables: [] },
      {
        name: 'profile-api',
        routes: [
          ...resource('profiles', 'profiles'),
          { method: 'PUT', path: '/v1/profiles/{id}/role', weight: 0.05, writes: 'user_roles' },
        ],
        tables: [
          table('profiles', [
            ['display_name', TEXT],
            ['city', TEXT],
            ['locale', 'character varying(8)'],
          ]),
          roleTable('user_roles'),
        ],
      },
      {
        name: 'payouts-api',
        routes: [
          ...resource('payouts', 'payouts'),
          { method: 'PUT', path: '/v1/payout-accounts/{id}', weight: 0.1, writes: 'payout_accounts' },
        ],
        tables: [
          table('payouts', [
            ['seller_id', BIG],
            ['amount', MONEY],
            ['state', 'character varying(24)'],
          ]),
          payTable('payout_accounts'),
        ],
      },
      { name: 'notify-api', routes: resource('notices'), tables: [] },
    ],
    roleService: 'profile-api',
    roleTable: 'user_roles',
    payoutService: 'payouts-api',
    payoutTable: 'payout_accounts',
    clientPrefix: 'shop',
    machines: ['stock-sync', 'report-runner', 'settle-batch', 'mail-worker'],
  },
  fintech: {
    services: [
      {
        name: 'accounts-api',
        routes: resource('accounts', 'accounts'),
        tables: [
          table('accounts', [
            ['holder_id', BIG],
            ['balance', MONEY],
            ['currency', 'character(3)'],
          ]),
        ],
      },
      {
        name: 'transfers-api',
        routes: [
          ...resource('transfers', 'transfers'),
          { method: 'PUT', path: '/v1/beneficiaries/{id}', weight: 0.1, writes: 'beneficiaries' },
        ],
        tables: [
          table('transfers', [
            ['account_id', BIG],
            ['amount', MONEY],
            ['reference', TEXT],
          ]),
          payTable('beneficiaries'),
        ],
      },
      {
        name: 'cards-api',
        routes: resource('cards', 'cards'),
        tables: [
          table('cards', [
            ['account_id', BIG],
            ['state', 'character varying(24)'],
            ['daily_limit', MONEY],
          ]),
        ],
      },
      {
        name: 'members-api',
        routes: [
          ...resource('members', 'members'),
          { method: 'PUT', path: '/v1/members/{id}/role', weight: 0.05, writes: 'member_roles' },
        ],
        tables: [
          table('members', [
            ['display_name', TEXT],
            ['segment', 'character varying(24)'],
          ]),
          roleTable('member_roles'),
        ],
      },
      { name: 'statements-api', routes: resource('statements'), tables: [] },
    ],
    roleService: 'members-api',
    roleTable: 'member_roles',
    payoutService: 'transfers-api',
    payoutTable: 'beneficiaries',
    clientPrefix: 'bank',
    machines: ['eod-batch', 'fx-feed', 'statement-render', 'risk-scan'],
  },
  travel: {
    services: [
      {
        name: 'bookings-api',
        routes: resource('bookings', 'bookings'),
        tables: [
          table('bookings', [
            ['traveller_id', BIG],
            ['state', 'character varying(24)'],
            ['price', MONEY],
          ]),
        ],
      },
      { name: 'fares-api', routes: resource('fares'), tables: [] },
      {
        name: 'travellers-api',
        routes: [
          ...resource('travellers', 'travellers'),
          { method: 'PUT', path: '/v1/agents/{id}/role', weight: 0.05, writes: 'agent_roles' },
        ],
        tables: [
          table('travellers', [
            ['display_name', TEXT],
            ['nationality', 'character(2)'],
          ]),
          roleTable('agent_roles'),
        ],
      },
      {
        name: 'settlement-api',
        routes: [
          ...resource('settlements', 'settlements'),
          { method: 'PUT', path: '/v1/settlement-accounts/{id}', weight: 0.1, writes: 'settlement_accounts' },
        ],
        tables: [
          table('settlements', [
            ['agency_id', BIG],
            ['amount', MONEY],
          ]),
          payTable('settlement_accounts'),
        ],
      },
      { name: 'seats-api', routes: resource('seats'), tables: [] },
    ],
    roleService: 'travellers-api',
    roleTable: 'agent_roles',
    payoutService: 'settlement-api',
    payoutTable: 'settlement_accounts',
    clientPrefix: 'trip',
    machines: ['fare-refresh', 'gds-bridge', 'ticketing-batch', 'recap-mailer'],
  },
  health: {
    services: [
      {
        name: 'appointments-api',
        routes: resource('appointments', 'appointments'),
        tables: [
          table('appointments', [
            ['patient_id', BIG],
            ['state', 'character varying(24)'],
            ['room', 'character varying(16)'],
          ]),
        ],
      },
      {
        name: 'charts-api',
        routes: resource('charts', 'chart_notes'),
        tables: [
          table('chart_notes', [
            ['patient_id', BIG],
            ['note_kind', 'character varying(24)'],
            ['dose', MONEY],
          ]),
        ],
      },
      {
        name: 'staff-api',
        routes: [
          ...resource('staff', 'staff'),
          { method: 'PUT', path: '/v1/staff/{id}/role', weight: 0.05, writes: 'staff_roles' },
        ],
        tables: [
          table('staff', [
            ['display_name', TEXT],
            ['ward', TEXT],
          ]),
          roleTable('staff_roles'),
        ],
      },
      {
        name: 'billing-api',
        routes: [
          ...resource('invoices', 'invoices'),
          { method: 'PUT', path: '/v1/payees/{id}', weight: 0.1, writes: 'payee_accounts' },
        ],
        tables: [
          table('invoices', [
            ['patient_id', BIG],
            ['amount', MONEY],
          ]),
          payTable('payee_accounts'),
        ],
      },
      { name: 'reminders-api', routes: resource('reminders'), tables: [] },
    ],
    roleService: 'staff-api',
    roleTable: 'staff_roles',
    payoutService: 'billing-api',
    payoutTable: 'payee_accounts',
    clientPrefix: 'clinic',
    machines: ['lab-import', 'claims-batch', 'reminder-run', 'archive-sync'],
  },
};
