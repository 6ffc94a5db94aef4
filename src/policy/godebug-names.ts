/** Settings that a godebug line may name up to Go 1.26 (internal/godebugs, table.go; go.dev/doc/godebug); `default` is a version. */
export const GODEBUG_NAMES: ReadonlySet<string> = new Set(
  [
    'allowmultiplevcs asynctimerchan containermaxprocs cryptocustomrand dataindependenttiming decoratemappings embedfollowsymlinks',
    'execerrdot fips140 fips140ems gocachehash gocachetest gocacheverify gotestjsonbuildtext gotypesalias htmlmetacontenturlescape',
    'http2client http2debug http2server httpcookiemaxnum httplaxcontentlength httpmuxgo121 httpservecontentkeepheaders installgoroot',
    'jstmpllitinterp multipartfiles multipartmaxheaders multipartmaxparts multipathtcp netdns netedns0 panicnil randautoseed',
    'randseednop rsa1024min tarinsecurepath tls10server tls3des tlsmaxrsasize tlsmlkem tlsrsakex tlssecpmlkem tlssha1 tlsunsafeekm',
    'updatemaxprocs urlmaxqueryparams urlstrictcolons winreadlinkvolume winsymlink x509keypairleaf x509negativeserial x509rsacrt',
    'x509sha256skid x509usefallbackroots x509usepolicies zipinsecurepath',
  ].flatMap(names => names.split(' ')),
);

/** Settings that were removed: a go.mod that names one is refused. */
export const GODEBUG_REMOVED: ReadonlySet<string> = new Set(['x509sha1']);
