// The documentation: reached only through CloudFront, over TLS, with the security headers.
import type { Template } from 'aws-cdk-lib/assertions'
import type { Stage } from '../../stages.ts'
import { differences, like } from '../differences.ts'
import { propertiesOf, resourcesOf } from './resources.ts'

export function docsSite(template: Template, _stage: Stage): string[] {
  const deployments = [...resourcesOf(template, 'Custom::CDKBucketDeployment').values()]
  const to = (bucket: string) =>
    deployments.filter(({ Properties }) => Properties.DestinationBucketName === `<${bucket}>`)
  return [
    ...differences(propertiesOf(template, 'AWS::CloudFront::Distribution', 'DocsDistribution'), {
      DistributionConfig: {
        Enabled: true,
        DefaultRootObject: 'docs/index.html',
        Origins: [
          {
            DomainName: '<DocsSite.RegionalDomainName>',
            OriginAccessControlId: '<DocsAccess.Id>',
          },
        ],
        DefaultCacheBehavior: {
          ViewerProtocolPolicy: 'redirect-to-https',
          ResponseHeadersPolicyId: '<DocsHeaders>',
          FunctionAssociations: [{ EventType: 'viewer-request', FunctionARN: '<DocsAddress.FunctionARN>' }],
        },
      },
    }),
    ...differences(propertiesOf(template, 'AWS::CloudFront::OriginAccessControl', 'DocsAccess'), {
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    }),
    ...differences(propertiesOf(template, 'AWS::CloudFront::ResponseHeadersPolicy', 'DocsHeaders'), {
      ResponseHeadersPolicyConfig: {
        SecurityHeadersConfig: {
          ContentSecurityPolicy: {
            ContentSecurityPolicy: like(/default-src 'none'.*frame-ancestors 'none'/),
            Override: true,
          },
          ContentTypeOptions: { Override: true },
          FrameOptions: { FrameOption: 'DENY' },
          ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
          StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: true },
        },
      },
    }),
    ...differences(
      [to('DocsSite'), to('SampleDataObjects')],
      [
        [{ Properties: { DestinationBucketKeyPrefix: 'docs', DistributionId: '<DocsDistribution>' } }],
        [{ Properties: {} }],
      ],
      'deployed files',
    ),
  ]
}
