// The documentation: reached only through CloudFront, over TLS, read only, with the security headers.
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { runInNewContext } from 'node:vm'
import type { Stage } from '../../stages.ts'
import { differences } from '../differences.ts'
import type { Json } from '../template.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

export function docsSite(template: Template, stage: Stage): string[] {
  return [
    ...distributionFaults(template, stage),
    ...differences(propertiesOf(template, 'AWS::CloudFront::OriginAccessControl', 'DocsAccess'), {
      OriginAccessControlConfig: {
        OriginAccessControlOriginType: 's3',
        SigningBehavior: 'always',
        SigningProtocol: 'sigv4',
      },
    }),
    ...headerFaults(template),
    ...addressFaults(template),
    ...fileFaults(template),
  ]
}

const distributionSettings = [
  ...['Comment', 'DefaultCacheBehavior', 'DefaultRootObject', 'Enabled', 'HttpVersion', 'IPV6Enabled', 'Origins'],
  'PriceClass',
]
const behaviourSettings = [
  ...['CachePolicyId', 'Compress', 'FunctionAssociations', 'ResponseHeadersPolicyId', 'TargetOriginId'],
  'ViewerProtocolPolicy',
]

/** One origin, one behaviour, reads alone, for everyone. */
function distributionFaults(template: Template, { docsDomain }: Stage): string[] {
  const { DistributionConfig = {} } = propertiesOf(template, 'AWS::CloudFront::Distribution', 'DocsDistribution') as {
    DistributionConfig?: Json
  }
  const { DefaultCacheBehavior = {}, Origins: [{ Id = undefined } = {}] = [] } = DistributionConfig as {
    DefaultCacheBehavior?: Json
    Origins?: { Id?: string }[]
  }
  const names = [...distributionSettings, ...(docsDomain ? ['Aliases', 'ViewerCertificate'] : [])]
  return [
    ...differences(DistributionConfig, {
      Enabled: true,
      DefaultRootObject: 'docs/index.html',
      HttpVersion: 'http2and3',
      PriceClass: 'PriceClass_100',
      Origins: [{ DomainName: '<DocsSite.RegionalDomainName>', OriginAccessControlId: '<DocsAccess.Id>' }],
      DefaultCacheBehavior: {
        TargetOriginId: Id,
        ViewerProtocolPolicy: 'redirect-to-https',
        ResponseHeadersPolicyId: '<DocsHeaders>',
        FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: '<DocsAddress.FunctionARN>' }],
      },
      ...(docsDomain && {
        Aliases: [docsDomain.name],
        ViewerCertificate: {
          AcmCertificateArn: docsDomain.certificateArn,
          MinimumProtocolVersion: 'TLSv1.2_2021',
          SslSupportMethod: 'sni-only',
        },
      }),
    }),
    ...differences(Object.keys(DistributionConfig).sort(), names.sort(), 'settings of the distribution'),
    ...differences(Object.keys(DefaultCacheBehavior).sort(), behaviourSettings, 'settings of its behaviour'),
  ]
}

function headerFaults(template: Template): string[] {
  return differences(propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy', 'DocsHeaders'), {
    ResponseHeadersPolicyConfig: {
      CorsConfig: Match.absent(),
      CustomHeadersConfig: Match.absent(),
      RemoveHeadersConfig: Match.absent(),
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: contentSecurityPolicy, Override: true },
        ContentTypeOptions: { Override: true },
        FrameOptions: { FrameOption: 'DENY', Override: true },
        ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true, Override: true },
      },
    },
  })
}

/** The pages load nothing from elsewhere. Redoc's styles are inline, and the panel calls the server that a reader names. */
const contentSecurityPolicy = [
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
  "font-src 'self' data:; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; base-uri 'none'",
  "form-action 'none'; frame-ancestors 'none'",
].join('; ')

/** The function finds the page of a folder, and leads nowhere else. */
function addressFaults(template: Template): string[] {
  const properties = propertiesOf(template, 'AWS::CloudFront::Function', 'DocsAddress')
  const { FunctionCode: code } = properties
  const answer = (uri: string): unknown => {
    try {
      return runInNewContext(`${String(code)}; handler({ request: { uri: ${JSON.stringify(uri)} } })`)
    } catch (error) {
      return String(error)
    }
  }
  return [
    ...differences(properties, { AutoPublish: true, FunctionConfig: { Runtime: 'cloudfront-js-2.0' } }, 'DocsAddress'),
    ...differences(answer('/'), { statusCode: 302, headers: { location: { value: '/docs/' } } }, 'first page'),
    ...differences(answer('/docs/problems/x'), { uri: '/docs/problems/x/index.html' }, 'page of a folder'),
    ...differences(answer('/docs/openapi.json'), { uri: '/docs/openapi.json' }, 'page of a file'),
  ]
}

function fileFaults(template: Template): string[] {
  const deployments = [...resourcesOf(template, 'Custom::CDKBucketDeployment').values()]
  const to = (bucket: string) =>
    deployments.filter(({ Properties }) => Properties.DestinationBucketName === `<${bucket}>`)
  const pages = {
    DestinationBucketKeyPrefix: 'docs',
    DistributionId: '<DocsDistribution>',
    DistributionPaths: ['/*'],
    WaitForDistributionInvalidation: true,
  }
  return differences(
    [to('DocsSite'), to('SampleDataObjects')],
    [
      // Pages that are gone from the contract are removed.
      [{ Properties: { ...pages, Prune: true } }],
      [{ Properties: { Prune: true, DistributionId: Match.absent() } }],
    ],
    'deployed files',
  )
}
