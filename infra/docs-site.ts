// The documentation: a private bucket behind CloudFront.
import { Aws, Duration } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  CachePolicy,
  Distribution,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  PriceClass,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import { Source } from 'aws-cdk-lib/aws-s3-deployment'
import { Construct } from 'constructs'
import { title } from '../generated/names.ts'
import { acknowledge } from './acknowledge.ts'
import { deployFiles } from './asset-deployment.ts'
import { createSiteBucket } from './buckets.ts'
import { stageNamed } from './names.ts'
import type { Stage } from './stages.ts'

/** The pages are under /docs: their own links and the types of problems point there. */
const prefix = 'docs'

const addressOfPage = `function handler(event) {
  var request = event.request
  if (request.uri === '/') return { statusCode: 302, statusDescription: 'Found', headers: { location: { value: '/${prefix}/' } } }
  if (request.uri.endsWith('/')) request.uri += 'index.html'
  else if (!request.uri.split('/').pop().includes('.')) request.uri += '/index.html'
  return request
}`

// Each page declares a policy of its own, which is stricter. Redoc adds its styles while it renders, and the panel of an
// operation sends requests to the server that its reader names.
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** @param folder The pages that `npm run docs` built. */
export function createDocsSite(parent: Construct, stage: Stage, accessLogs: IBucket, folder: string) {
  const scope = new Construct(parent, 'Docs')
  const { docsDomain } = stage
  const bucket = createSiteBucket(scope, 'Site', stage, accessLogs)
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `${title} documentation (${stage.name})`,
    defaultRootObject: `${prefix}/index.html`,
    httpVersion: HttpVersion.HTTP2_AND_3,
    priceClass: PriceClass.PRICE_CLASS_100,
    ...(docsDomain && {
      minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      domainNames: [docsDomain.name],
      certificate: Certificate.fromCertificateArn(scope, 'Certificate', docsDomain.certificateArn),
    }),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket, { originAccessControl: accessControl(scope, stage) }),
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
      responseHeadersPolicy: securityHeaders(scope, stage),
      functionAssociations: [
        {
          eventType: FunctionEventType.VIEWER_REQUEST,
          function: new Function(scope, 'Address', {
            code: FunctionCode.fromInline(addressOfPage),
            runtime: FunctionRuntime.JS_2_0,
          }),
        },
      ],
    },
  })
  deployFiles(scope, 'Pages', stage, {
    sources: [Source.asset(folder)],
    destinationBucket: bucket,
    destinationKeyPrefix: prefix,
    distribution,
    distributionPaths: ['/*'],
  })
  acknowledge(distribution, {
    'AwsSolutions-CFR1': 'The documentation is for everyone, wherever they are.',
    'AwsSolutions-CFR2': 'Fixed pages without input: there is nothing for a firewall to filter.',
    'AwsSolutions-CFR3': 'The bucket logs what is fetched from it; who reads public pages is not kept.',
    'AwsSolutions-CFR4':
      "CloudFront's own certificate sets the TLS version; docsDomain brings a certificate and TLS 1.2.",
  })
  const { distributionDomainName } = distribution
  return {
    bucket,
    distribution,
    url: `https://${docsDomain?.name ?? distributionDomainName}/${prefix}/`,
    /** The DNS record of the domain, if there is one, points here. */
    domainTarget: docsDomain && distributionDomainName,
  }
}

/** CloudFront's names are those of an account in all regions. */
const globalName = ({ name }: Stage) => `${stageNamed(name)}-docs-${Aws.REGION}`

const accessControl = (scope: Construct, stage: Stage) =>
  new S3OriginAccessControl(scope, 'Access', { originAccessControlName: globalName(stage) })

function securityHeaders(scope: Construct, stage: Stage) {
  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: globalName(stage),
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(730),
        includeSubdomains: true,
        override: true,
      },
    },
  })
}
