import { isJsonObject, type JsonObject, type JsonValue } from '@faultline/model';
import { objectAt, textOf } from '../json/fields.js';

/** Parameters that name what a call acts on. Free text and settings are left out: a resource must be something another call can name too. */
const nameFields = new Set([
  'roleArn',
  'roleName',
  'instanceId',
  'instanceIds',
  'functionName',
  'secretId',
  'secretIdList',
  'policyArn',
  'userName',
  'groupName',
  'groupId',
  'snapshotId',
  'dBSnapshotIdentifier',
  'dBInstanceIdentifier',
  'imageId',
  'volumeId',
  'documentName',
  'keyId',
  'trailName',
  'instanceProfileName',
  'vpcId',
  'subnetId',
  'layerName',
  'target',
  'accessKeyId',
  'tableName',
  'queueUrl',
  'topicArn',
  'resourceArn',
  'modelId',
  'parameterName',
  'names',
]);
const resourcesMax = 100;

/** `s3://bucket/key`, ARNs and ids, each once. */
export function namedResources(call: JsonObject): string[] {
  const found = new Set<string>();
  const add = (text: string | null) => {
    if (text !== null && found.size < resourcesMax) found.add(text);
  };
  const listed = call['resources'];
  if (Array.isArray(listed)) {
    for (const item of listed as readonly JsonValue[])
      if (isJsonObject(item)) add(textOf(item['ARN'] ?? item['arn']));
  }
  const parameters = objectAt(call, 'requestParameters');
  if (parameters === null) return [...found];
  const bucket = textOf(parameters['bucketName']);
  const key = textOf(parameters['key']);
  if (bucket !== null) add(key === null ? `s3://${bucket}` : `s3://${bucket}/${key}`);
  for (const source of [textOf(parameters['x-amz-copy-source'])])
    if (source !== null) add(`s3://${source.startsWith('/') ? source.slice(1) : source}`);
  addNames(parameters, 0, add);
  return [...found];
}

/** EC2 wraps ids: `instancesSet.items[].instanceId`. Three levels hold all of them. */
function addNames(object: JsonObject, depth: number, add: (text: string | null) => void): void {
  for (const [field, value] of Object.entries(object)) {
    const named = nameFields.has(field) || field.endsWith('Arn');
    const values: readonly JsonValue[] = Array.isArray(value) ? (value as readonly JsonValue[]) : [value];
    for (const item of values.slice(0, resourcesMax)) {
      if (isJsonObject(item)) {
        if (depth < 3) addNames(item, depth + 1, add);
      } else if (named && typeof item === 'string') add(textOf(item));
    }
  }
}
