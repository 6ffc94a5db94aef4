// Prints where a release was built, as a predicate of SLSA provenance v1, from the variables of a GitHub job. It is worth what its
// signature is worth: the certificate of that signature names the same workflow and commit, and is not made here.
// https://slsa.dev/spec/v1.0/provenance, build type https://actions.github.io/buildtypes/workflow/v1

function variable(name) {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set: this runs in a job of GitHub`);
  return value;
}

const repository = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}`;
const ref = variable('GITHUB_REF');
// OWNER/NAME/.github/workflows/FILE@REF
const path = variable('GITHUB_WORKFLOW_REF').slice(variable('GITHUB_REPOSITORY').length + 1, -ref.length - 1);
const predicate = {
  buildDefinition: {
    buildType: 'https://actions.github.io/buildtypes/workflow/v1',
    externalParameters: { workflow: { ref, repository, path } },
    internalParameters: {
      github: {
        event_name: variable('GITHUB_EVENT_NAME'),
        repository_id: variable('GITHUB_REPOSITORY_ID'),
        repository_owner_id: variable('GITHUB_REPOSITORY_OWNER_ID'),
        runner_environment: variable('RUNNER_ENVIRONMENT'),
      },
    },
    resolvedDependencies: [{ uri: `git+${repository}@${ref}`, digest: { gitCommit: variable('GITHUB_SHA') } }],
  },
  runDetails: {
    builder: { id: `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_WORKFLOW_REF')}` },
    metadata: {
      invocationId: `${repository}/actions/runs/${variable('GITHUB_RUN_ID')}/attempts/${variable('GITHUB_RUN_ATTEMPT')}`,
    },
  },
};
process.stdout.write(`${JSON.stringify(predicate, undefined, 2)}\n`);
