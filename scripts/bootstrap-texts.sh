# shellcheck shell=sh disable=SC2034
# Part of bootstrap.sh, made from src/domain/codes-boot.ts by scripts/build-templates.mjs.

boot_text() { # CODE
  case $1 in
    BOOT.NO_NODE)
      title='There is no Node.js that runs in this image'
      why='The program is written in JavaScript.'
      fix='Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.'
      ;;
    BOOT.NODE_TOO_OLD)
      title='The Node.js of this image is too old'
      why='The program needs Node.js 20 or newer.'
      fix='Use an image with Node.js 20 or newer; or set setup-job: true and extend .use-go-robust here; or set node-registry.'
      ;;
    BOOT.NO_REGISTRY)
      title='Nothing says where the package registry is that should serve Node.js'
      why='node-registry is npm-config, and neither npm_config_registry nor an .npmrc names a registry.'
      fix='Set node-registry to the address of your registry, or name it in .npmrc.'
      ;;
    BOOT.NO_NODE_BUILD)
      title='There is no pinned Node.js for this machine'
      why='Builds for Linux with glibc on x86-64 and on arm64 are pinned.'
      fix='Install Node.js 20 or newer in the image (apk add nodejs), or set setup-job: true and extend .use-go-robust here.'
      ;;
    BOOT.NODE_DIGEST)
      title='The Node.js that the registry served is not the pinned one'
      why='Its SHA-256 differs from the one in the component; nothing of it was run.'
      fix='Check what node-registry serves under that name.'
      ;;
    BOOT.NO_FETCHER)
      title='Nothing in this image can fetch a file'
      why='Node.js was to be fetched, and there is neither curl nor wget.'
      fix='Install curl or wget in the image, or use one with Node.js 20 or newer.'
      ;;
    BOOT.BUNDLE_PATH)
      title='There is no bundle where the input bundle says'
      why='The path must be a directory with main.cjs, or that file.'
      fix='Correct the input bundle, or leave it out, so that the bundle is fetched from the component project.'
      ;;
    BOOT.DENIED)
      title='The component project does not hand out its files to this job'
      why='The job token of this project has no access there, or the path of the project is another one on this GitLab.'
      fix='Add this project to the job token allowlist of the component project (Settings, CI/CD), and check component-project.'
      ;;
    BOOT.REDIRECTED)
      title='The GitLab API answered with a redirect'
      why='It was not followed, because the job token would go along.'
      fix='Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.'
      ;;
    BOOT.UNREACHABLE)
      title='The server with the files cannot be reached'
      why='The connection was refused, cut or timed out, the certificate is not trusted, or the server is down; several attempts failed.'
      fix='Look at the evidence; set CI_SERVER_TLS_CA_FILE for a CA of your own; or set bundle to a path in the image.'
      ;;
    BOOT.NOT_BUNDLE)
      title='A web page came instead of the bundle'
      why='A login page or a proxy answered with status 200; nothing of it was run.'
      fix='Check CI_API_V4_URL and the proxy in front of GitLab; or set bundle to a path in the image.'
      ;;
    BOOT.DIGEST)
      title='A file of the bundle is not the one of this component version'
      why='Its SHA-256 differs from the one in the component; nothing of it was run.'
      fix='Check that component-project is an unchanged copy at the same commit.'
      ;;
    BOOT.DISK)
      title='The project directory cannot be written'
      why='The disk is full or read-only, or another user owns the directory.'
      fix='Free space, or correct the owner of the directory.'
      ;;
    BOOT.HANDOVER)
      title='The job that installs Go has handed nothing over'
      why='Its artifact or its variables did not reach this job.'
      fix='Set setup-job: true, and let this job need go-setup with artifacts: true.'
      ;;
    BOOT.HANDOVER_DIGEST)
      title='The archive of Go is not the one that was handed over'
      why='Its SHA-256 differs from the one that the installing job reported; nothing of it was unpacked.'
      fix='Run the installing job again; if that does not help, find out who changed its artifact.'
      ;;
  esac
}
