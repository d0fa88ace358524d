import { credentialIssued } from './cloud/credential-issued.rule.js';
import { credentialUsed } from './cloud/credential-used.rule.js';
import { crashTookDown } from './crash/crash-took-down.rule.js';
import { defectShowed } from './crash/defect-showed.rule.js';
import { requestEntered } from './crash/request-entered.rule.js';
import { siteRaced } from './crash/site-raced.rule.js';
import { rowWritten } from './database/row-written.rule.js';
import { transactionCaused } from './database/transaction-caused.rule.js';
import { artifactBuilt } from './delivery/artifact-built.rule.js';
import { artifactDeployed } from './delivery/artifact-deployed.rule.js';
import { commitPushed } from './delivery/commit-pushed.rule.js';
import { jobRan } from './delivery/job-ran.rule.js';
import { runTriggered } from './delivery/run-triggered.rule.js';
import { readyLink } from './graph-input/ready-link.rule.js';
import { credentialMemoryRead } from './host/credential-memory-read.rule.js';
import { dnsAnswered } from './host/dns-answered.rule.js';
import { fileDownloaded } from './host/file-downloaded.rule.js';
import { fileNamedOnCommandLine } from './host/file-named-on-command-line.rule.js';
import { fileWritten } from './host/file-written.rule.js';
import { imageExecuted } from './host/image-executed.rule.js';
import { loggedOn } from './host/logged-on.rule.js';
import { moduleLoaded } from './host/module-loaded.rule.js';
import { networkFlow } from './host/network-flow.rule.js';
import { processControlled } from './host/process-controlled.rule.js';
import { processStarted } from './host/process-started.rule.js';
import { registryWritten } from './host/registry-written.rule.js';
import type { LinkingRule } from './linking-rule.js';
import { alertRaised } from './siem/alert-raised.rule.js';
import { requestServed } from './token/request-served.rule.js';
import { tokenIssued } from './token/token-issued.rule.js';
import { tokenMinted } from './token/token-minted.rule.js';

/** Every rule, in the order of the story: host, delivery, token, database, cloud, crashes, alerts, ready links. A new rule is one file and one line here. */
export const linkingRules: readonly LinkingRule[] = [
  processStarted,
  imageExecuted,
  fileWritten,
  fileDownloaded,
  fileNamedOnCommandLine,
  moduleLoaded,
  processControlled,
  credentialMemoryRead,
  networkFlow,
  dnsAnswered,
  registryWritten,
  loggedOn,
  commitPushed,
  runTriggered,
  jobRan,
  artifactBuilt,
  artifactDeployed,
  tokenMinted,
  tokenIssued,
  requestServed,
  transactionCaused,
  rowWritten,
  credentialIssued,
  credentialUsed,
  requestEntered,
  siteRaced,
  defectShowed,
  crashTookDown,
  alertRaised,
  readyLink,
];
