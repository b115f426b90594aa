/**
 * Names of ASN.1 objects, as OpenSSL numbers and calls them: what names in certificates are made of, their extensions and the
 * purposes of keys. A row is the number, the short name, the long name and the identifier.
 */

export interface KnownObject {
  readonly number: number;
  readonly short: string;
  readonly long: string;
  readonly identifier: string;
}

const ROWS = `
13|CN|commonName|2.5.4.3
14|C|countryName|2.5.4.6
15|L|localityName|2.5.4.7
16|ST|stateOrProvinceName|2.5.4.8
17|O|organizationName|2.5.4.10
18|OU|organizationalUnitName|2.5.4.11
48|emailAddress|emailAddress|1.2.840.113549.1.9.1
49|unstructuredName|unstructuredName|1.2.840.113549.1.9.2
50|contentType|contentType|1.2.840.113549.1.9.3
51|messageDigest|messageDigest|1.2.840.113549.1.9.4
52|signingTime|signingTime|1.2.840.113549.1.9.5
53|countersignature|countersignature|1.2.840.113549.1.9.6
54|challengePassword|challengePassword|1.2.840.113549.1.9.7
55|unstructuredAddress|unstructuredAddress|1.2.840.113549.1.9.8
56|extendedCertificateAttributes|extendedCertificateAttributes|1.2.840.113549.1.9.9
82|subjectKeyIdentifier|X509v3 Subject Key Identifier|2.5.29.14
83|keyUsage|X509v3 Key Usage|2.5.29.15
84|privateKeyUsagePeriod|X509v3 Private Key Usage Period|2.5.29.16
85|subjectAltName|X509v3 Subject Alternative Name|2.5.29.17
86|issuerAltName|X509v3 Issuer Alternative Name|2.5.29.18
87|basicConstraints|X509v3 Basic Constraints|2.5.29.19
88|crlNumber|X509v3 CRL Number|2.5.29.20
89|certificatePolicies|X509v3 Certificate Policies|2.5.29.32
90|authorityKeyIdentifier|X509v3 Authority Key Identifier|2.5.29.35
99|GN|givenName|2.5.4.42
100|SN|surname|2.5.4.4
101|initials|initials|2.5.4.43
102|uid|uniqueIdentifier|0.9.2342.19200300.100.1.44
103|crlDistributionPoints|X509v3 CRL Distribution Points|2.5.29.31
105|serialNumber|serialNumber|2.5.4.5
106|title|title|2.5.4.12
107|description|description|2.5.4.13
125|ZLIB|zlib compression|1.2.840.113549.1.9.16.3.8
126|extendedKeyUsage|X509v3 Extended Key Usage|2.5.29.37
129|serverAuth|TLS Web Server Authentication|1.3.6.1.5.5.7.3.1
130|clientAuth|TLS Web Client Authentication|1.3.6.1.5.5.7.3.2
131|codeSigning|Code Signing|1.3.6.1.5.5.7.3.3
132|emailProtection|E-mail Protection|1.3.6.1.5.5.7.3.4
133|timeStamping|Time Stamping|1.3.6.1.5.5.7.3.8
134|msCodeInd|Microsoft Individual Code Signing|1.3.6.1.4.1.311.2.1.21
135|msCodeCom|Microsoft Commercial Code Signing|1.3.6.1.4.1.311.2.1.22
136|msCTLSign|Microsoft Trust List Signing|1.3.6.1.4.1.311.10.3.1
137|msSGC|Microsoft Server Gated Crypto|1.3.6.1.4.1.311.10.3.3
138|msEFS|Microsoft Encrypted File System|1.3.6.1.4.1.311.10.3.4
139|nsSGC|Netscape Server Gated Crypto|2.16.840.1.113730.4.1
140|deltaCRL|X509v3 Delta CRL Indicator|2.5.29.27
141|CRLReason|X509v3 CRL Reason Code|2.5.29.21
142|invalidityDate|Invalidity Date|2.5.29.24
156|friendlyName|friendlyName|1.2.840.113549.1.9.20
157|localKeyID|localKeyID|1.2.840.113549.1.9.21
158|x509Certificate|x509Certificate|1.2.840.113549.1.9.22.1
159|sdsiCertificate|sdsiCertificate|1.2.840.113549.1.9.22.2
160|x509Crl|x509Crl|1.2.840.113549.1.9.23.1
167|SMIME-CAPS|S/MIME Capabilities|1.2.840.113549.1.9.15
171|msExtReq|Microsoft Extension Request|1.3.6.1.4.1.311.2.1.14
172|extReq|Extension Request|1.2.840.113549.1.9.14
173|name|name|2.5.4.41
174|dnQualifier|dnQualifier|2.5.4.46
177|authorityInfoAccess|Authority Information Access|1.3.6.1.5.5.7.1.1
178|OCSP|OCSP|1.3.6.1.5.5.7.48.1
179|caIssuers|CA Issuers|1.3.6.1.5.5.7.48.2
180|OCSPSigning|OCSP Signing|1.3.6.1.5.5.7.3.9
188|SMIME|S/MIME|1.2.840.113549.1.9.16
189|id-smime-mod|id-smime-mod|1.2.840.113549.1.9.16.0
190|id-smime-ct|id-smime-ct|1.2.840.113549.1.9.16.1
191|id-smime-aa|id-smime-aa|1.2.840.113549.1.9.16.2
192|id-smime-alg|id-smime-alg|1.2.840.113549.1.9.16.3
193|id-smime-cd|id-smime-cd|1.2.840.113549.1.9.16.4
194|id-smime-spq|id-smime-spq|1.2.840.113549.1.9.16.5
195|id-smime-cti|id-smime-cti|1.2.840.113549.1.9.16.6
196|id-smime-mod-cms|id-smime-mod-cms|1.2.840.113549.1.9.16.0.1
197|id-smime-mod-ess|id-smime-mod-ess|1.2.840.113549.1.9.16.0.2
198|id-smime-mod-oid|id-smime-mod-oid|1.2.840.113549.1.9.16.0.3
199|id-smime-mod-msg-v3|id-smime-mod-msg-v3|1.2.840.113549.1.9.16.0.4
200|id-smime-mod-ets-eSignature-88|id-smime-mod-ets-eSignature-88|1.2.840.113549.1.9.16.0.5
201|id-smime-mod-ets-eSignature-97|id-smime-mod-ets-eSignature-97|1.2.840.113549.1.9.16.0.6
202|id-smime-mod-ets-eSigPolicy-88|id-smime-mod-ets-eSigPolicy-88|1.2.840.113549.1.9.16.0.7
203|id-smime-mod-ets-eSigPolicy-97|id-smime-mod-ets-eSigPolicy-97|1.2.840.113549.1.9.16.0.8
204|id-smime-ct-receipt|id-smime-ct-receipt|1.2.840.113549.1.9.16.1.1
205|id-smime-ct-authData|id-smime-ct-authData|1.2.840.113549.1.9.16.1.2
206|id-smime-ct-publishCert|id-smime-ct-publishCert|1.2.840.113549.1.9.16.1.3
207|id-smime-ct-TSTInfo|id-smime-ct-TSTInfo|1.2.840.113549.1.9.16.1.4
208|id-smime-ct-TDTInfo|id-smime-ct-TDTInfo|1.2.840.113549.1.9.16.1.5
209|id-smime-ct-contentInfo|id-smime-ct-contentInfo|1.2.840.113549.1.9.16.1.6
210|id-smime-ct-DVCSRequestData|id-smime-ct-DVCSRequestData|1.2.840.113549.1.9.16.1.7
211|id-smime-ct-DVCSResponseData|id-smime-ct-DVCSResponseData|1.2.840.113549.1.9.16.1.8
212|id-smime-aa-receiptRequest|id-smime-aa-receiptRequest|1.2.840.113549.1.9.16.2.1
213|id-smime-aa-securityLabel|id-smime-aa-securityLabel|1.2.840.113549.1.9.16.2.2
214|id-smime-aa-mlExpandHistory|id-smime-aa-mlExpandHistory|1.2.840.113549.1.9.16.2.3
215|id-smime-aa-contentHint|id-smime-aa-contentHint|1.2.840.113549.1.9.16.2.4
216|id-smime-aa-msgSigDigest|id-smime-aa-msgSigDigest|1.2.840.113549.1.9.16.2.5
217|id-smime-aa-encapContentType|id-smime-aa-encapContentType|1.2.840.113549.1.9.16.2.6
218|id-smime-aa-contentIdentifier|id-smime-aa-contentIdentifier|1.2.840.113549.1.9.16.2.7
219|id-smime-aa-macValue|id-smime-aa-macValue|1.2.840.113549.1.9.16.2.8
220|id-smime-aa-equivalentLabels|id-smime-aa-equivalentLabels|1.2.840.113549.1.9.16.2.9
221|id-smime-aa-contentReference|id-smime-aa-contentReference|1.2.840.113549.1.9.16.2.10
222|id-smime-aa-encrypKeyPref|id-smime-aa-encrypKeyPref|1.2.840.113549.1.9.16.2.11
223|id-smime-aa-signingCertificate|id-smime-aa-signingCertificate|1.2.840.113549.1.9.16.2.12
224|id-smime-aa-smimeEncryptCerts|id-smime-aa-smimeEncryptCerts|1.2.840.113549.1.9.16.2.13
225|id-smime-aa-timeStampToken|id-smime-aa-timeStampToken|1.2.840.113549.1.9.16.2.14
226|id-smime-aa-ets-sigPolicyId|id-smime-aa-ets-sigPolicyId|1.2.840.113549.1.9.16.2.15
227|id-smime-aa-ets-commitmentType|id-smime-aa-ets-commitmentType|1.2.840.113549.1.9.16.2.16
228|id-smime-aa-ets-signerLocation|id-smime-aa-ets-signerLocation|1.2.840.113549.1.9.16.2.17
229|id-smime-aa-ets-signerAttr|id-smime-aa-ets-signerAttr|1.2.840.113549.1.9.16.2.18
230|id-smime-aa-ets-otherSigCert|id-smime-aa-ets-otherSigCert|1.2.840.113549.1.9.16.2.19
231|id-smime-aa-ets-contentTimestamp|id-smime-aa-ets-contentTimestamp|1.2.840.113549.1.9.16.2.20
232|id-smime-aa-ets-CertificateRefs|id-smime-aa-ets-CertificateRefs|1.2.840.113549.1.9.16.2.21
233|id-smime-aa-ets-RevocationRefs|id-smime-aa-ets-RevocationRefs|1.2.840.113549.1.9.16.2.22
234|id-smime-aa-ets-certValues|id-smime-aa-ets-certValues|1.2.840.113549.1.9.16.2.23
235|id-smime-aa-ets-revocationValues|id-smime-aa-ets-revocationValues|1.2.840.113549.1.9.16.2.24
236|id-smime-aa-ets-escTimeStamp|id-smime-aa-ets-escTimeStamp|1.2.840.113549.1.9.16.2.25
237|id-smime-aa-ets-certCRLTimestamp|id-smime-aa-ets-certCRLTimestamp|1.2.840.113549.1.9.16.2.26
238|id-smime-aa-ets-archiveTimeStamp|id-smime-aa-ets-archiveTimeStamp|1.2.840.113549.1.9.16.2.27
239|id-smime-aa-signatureType|id-smime-aa-signatureType|1.2.840.113549.1.9.16.2.28
240|id-smime-aa-dvcs-dvc|id-smime-aa-dvcs-dvc|1.2.840.113549.1.9.16.2.29
241|id-smime-alg-ESDHwith3DES|id-smime-alg-ESDHwith3DES|1.2.840.113549.1.9.16.3.1
242|id-smime-alg-ESDHwithRC2|id-smime-alg-ESDHwithRC2|1.2.840.113549.1.9.16.3.2
243|id-smime-alg-3DESwrap|id-smime-alg-3DESwrap|1.2.840.113549.1.9.16.3.3
244|id-smime-alg-RC2wrap|id-smime-alg-RC2wrap|1.2.840.113549.1.9.16.3.4
245|id-smime-alg-ESDH|id-smime-alg-ESDH|1.2.840.113549.1.9.16.3.5
246|id-smime-alg-CMS3DESwrap|id-smime-alg-CMS3DESwrap|1.2.840.113549.1.9.16.3.6
247|id-smime-alg-CMSRC2wrap|id-smime-alg-CMSRC2wrap|1.2.840.113549.1.9.16.3.7
248|id-smime-cd-ldap|id-smime-cd-ldap|1.2.840.113549.1.9.16.4.1
249|id-smime-spq-ets-sqt-uri|id-smime-spq-ets-sqt-uri|1.2.840.113549.1.9.16.5.1
250|id-smime-spq-ets-sqt-unotice|id-smime-spq-ets-sqt-unotice|1.2.840.113549.1.9.16.5.2
251|id-smime-cti-ets-proofOfOrigin|id-smime-cti-ets-proofOfOrigin|1.2.840.113549.1.9.16.6.1
252|id-smime-cti-ets-proofOfReceipt|id-smime-cti-ets-proofOfReceipt|1.2.840.113549.1.9.16.6.2
253|id-smime-cti-ets-proofOfDelivery|id-smime-cti-ets-proofOfDelivery|1.2.840.113549.1.9.16.6.3
254|id-smime-cti-ets-proofOfSender|id-smime-cti-ets-proofOfSender|1.2.840.113549.1.9.16.6.4
255|id-smime-cti-ets-proofOfApproval|id-smime-cti-ets-proofOfApproval|1.2.840.113549.1.9.16.6.5
256|id-smime-cti-ets-proofOfCreation|id-smime-cti-ets-proofOfCreation|1.2.840.113549.1.9.16.6.6
285|biometricInfo|Biometric Info|1.3.6.1.5.5.7.1.2
286|qcStatements|qcStatements|1.3.6.1.5.5.7.1.3
287|ac-auditEntity|ac-auditEntity|1.3.6.1.5.5.7.1.4
288|ac-targeting|ac-targeting|1.3.6.1.5.5.7.1.5
289|aaControls|aaControls|1.3.6.1.5.5.7.1.6
290|sbgp-ipAddrBlock|sbgp-ipAddrBlock|1.3.6.1.5.5.7.1.7
291|sbgp-autonomousSysNum|sbgp-autonomousSysNum|1.3.6.1.5.5.7.1.8
292|sbgp-routerIdentifier|sbgp-routerIdentifier|1.3.6.1.5.5.7.1.9
294|ipsecEndSystem|IPSec End System|1.3.6.1.5.5.7.3.5
295|ipsecTunnel|IPSec Tunnel|1.3.6.1.5.5.7.3.6
296|ipsecUser|IPSec User|1.3.6.1.5.5.7.3.7
297|DVCS|dvcs|1.3.6.1.5.5.7.3.10
363|ad_timestamping|AD Time Stamping|1.3.6.1.5.5.7.48.3
364|AD_DVCS|ad dvcs|1.3.6.1.5.5.7.48.4
365|basicOCSPResponse|Basic OCSP Response|1.3.6.1.5.5.7.48.1.1
366|Nonce|OCSP Nonce|1.3.6.1.5.5.7.48.1.2
367|CrlID|OCSP CRL ID|1.3.6.1.5.5.7.48.1.3
368|acceptableResponses|Acceptable OCSP Responses|1.3.6.1.5.5.7.48.1.4
369|noCheck|OCSP No Check|1.3.6.1.5.5.7.48.1.5
370|archiveCutoff|OCSP Archive Cutoff|1.3.6.1.5.5.7.48.1.6
371|serviceLocator|OCSP Service Locator|1.3.6.1.5.5.7.48.1.7
372|extendedStatus|Extended OCSP Status|1.3.6.1.5.5.7.48.1.8
373|valid|valid|1.3.6.1.5.5.7.48.1.9
374|path|path|1.3.6.1.5.5.7.48.1.10
375|trustRoot|Trust Root|1.3.6.1.5.5.7.48.1.11
391|DC|domainComponent|0.9.2342.19200300.100.1.25
397|ac-proxying|ac-proxying|1.3.6.1.5.5.7.1.10
398|subjectInfoAccess|Subject Information Access|1.3.6.1.5.5.7.1.11
400|role|role|2.5.4.72
401|policyConstraints|X509v3 Policy Constraints|2.5.29.36
402|targetInformation|X509v3 AC Targeting|2.5.29.55
403|noRevAvail|X509v3 No Revocation Available|2.5.29.56
430|holdInstructionCode|Hold Instruction Code|2.5.29.23
458|UID|userId|0.9.2342.19200300.100.1.1
459|textEncodedORAddress|textEncodedORAddress|0.9.2342.19200300.100.1.2
460|mail|rfc822Mailbox|0.9.2342.19200300.100.1.3
461|info|info|0.9.2342.19200300.100.1.4
462|favouriteDrink|favouriteDrink|0.9.2342.19200300.100.1.5
463|roomNumber|roomNumber|0.9.2342.19200300.100.1.6
464|photo|photo|0.9.2342.19200300.100.1.7
465|userClass|userClass|0.9.2342.19200300.100.1.8
466|host|host|0.9.2342.19200300.100.1.9
467|manager|manager|0.9.2342.19200300.100.1.10
468|documentIdentifier|documentIdentifier|0.9.2342.19200300.100.1.11
469|documentTitle|documentTitle|0.9.2342.19200300.100.1.12
470|documentVersion|documentVersion|0.9.2342.19200300.100.1.13
471|documentAuthor|documentAuthor|0.9.2342.19200300.100.1.14
472|documentLocation|documentLocation|0.9.2342.19200300.100.1.15
473|homeTelephoneNumber|homeTelephoneNumber|0.9.2342.19200300.100.1.20
474|secretary|secretary|0.9.2342.19200300.100.1.21
475|otherMailbox|otherMailbox|0.9.2342.19200300.100.1.22
476|lastModifiedTime|lastModifiedTime|0.9.2342.19200300.100.1.23
477|lastModifiedBy|lastModifiedBy|0.9.2342.19200300.100.1.24
478|aRecord|aRecord|0.9.2342.19200300.100.1.26
479|pilotAttributeType27|pilotAttributeType27|0.9.2342.19200300.100.1.27
480|mXRecord|mXRecord|0.9.2342.19200300.100.1.28
481|nSRecord|nSRecord|0.9.2342.19200300.100.1.29
482|sOARecord|sOARecord|0.9.2342.19200300.100.1.30
483|cNAMERecord|cNAMERecord|0.9.2342.19200300.100.1.31
484|associatedDomain|associatedDomain|0.9.2342.19200300.100.1.37
485|associatedName|associatedName|0.9.2342.19200300.100.1.38
486|homePostalAddress|homePostalAddress|0.9.2342.19200300.100.1.39
487|personalTitle|personalTitle|0.9.2342.19200300.100.1.40
488|mobileTelephoneNumber|mobileTelephoneNumber|0.9.2342.19200300.100.1.41
489|pagerTelephoneNumber|pagerTelephoneNumber|0.9.2342.19200300.100.1.42
490|friendlyCountryName|friendlyCountryName|0.9.2342.19200300.100.1.43
491|organizationalStatus|organizationalStatus|0.9.2342.19200300.100.1.45
492|janetMailbox|janetMailbox|0.9.2342.19200300.100.1.46
493|mailPreferenceOption|mailPreferenceOption|0.9.2342.19200300.100.1.47
494|buildingName|buildingName|0.9.2342.19200300.100.1.48
495|dSAQuality|dSAQuality|0.9.2342.19200300.100.1.49
496|singleLevelQuality|singleLevelQuality|0.9.2342.19200300.100.1.50
497|subtreeMinimumQuality|subtreeMinimumQuality|0.9.2342.19200300.100.1.51
498|subtreeMaximumQuality|subtreeMaximumQuality|0.9.2342.19200300.100.1.52
499|personalSignature|personalSignature|0.9.2342.19200300.100.1.53
500|dITRedirect|dITRedirect|0.9.2342.19200300.100.1.54
501|audio|audio|0.9.2342.19200300.100.1.55
502|documentPublisher|documentPublisher|0.9.2342.19200300.100.1.56
503|x500UniqueIdentifier|x500UniqueIdentifier|2.5.4.45
509|generationQualifier|generationQualifier|2.5.4.44
510|pseudonym|pseudonym|2.5.4.65
648|msSmartcardLogin|Microsoft Smartcard Login|1.3.6.1.4.1.311.20.2.2
649|msUPN|Microsoft User Principal Name|1.3.6.1.4.1.311.20.2.3
660|street|streetAddress|2.5.4.9
661|postalCode|postalCode|2.5.4.17
663|proxyCertInfo|Proxy Certificate Information|1.3.6.1.5.5.7.1.14
666|nameConstraints|X509v3 Name Constraints|2.5.29.30
746|anyPolicy|X509v3 Any Policy|2.5.29.32.0
747|policyMappings|X509v3 Policy Mappings|2.5.29.33
748|inhibitAnyPolicy|X509v3 Inhibit Any Policy|2.5.29.54
769|subjectDirectoryAttributes|X509v3 Subject Directory Attributes|2.5.29.9
770|issuingDistributionPoint|X509v3 Issuing Distribution Point|2.5.29.28
771|certificateIssuer|X509v3 Certificate Issuer|2.5.29.29
785|caRepository|CA Repository|1.3.6.1.5.5.7.48.5
786|id-smime-ct-compressedData|id-smime-ct-compressedData|1.2.840.113549.1.9.16.1.9
787|id-ct-asciiTextWithCRLF|id-ct-asciiTextWithCRLF|1.2.840.113549.1.9.16.1.27
857|freshestCRL|X509v3 Freshest CRL|2.5.29.46
859|searchGuide|searchGuide|2.5.4.14
860|businessCategory|businessCategory|2.5.4.15
861|postalAddress|postalAddress|2.5.4.16
862|postOfficeBox|postOfficeBox|2.5.4.18
863|physicalDeliveryOfficeName|physicalDeliveryOfficeName|2.5.4.19
864|telephoneNumber|telephoneNumber|2.5.4.20
865|telexNumber|telexNumber|2.5.4.21
866|teletexTerminalIdentifier|teletexTerminalIdentifier|2.5.4.22
867|facsimileTelephoneNumber|facsimileTelephoneNumber|2.5.4.23
868|x121Address|x121Address|2.5.4.24
869|internationaliSDNNumber|internationaliSDNNumber|2.5.4.25
870|registeredAddress|registeredAddress|2.5.4.26
871|destinationIndicator|destinationIndicator|2.5.4.27
872|preferredDeliveryMethod|preferredDeliveryMethod|2.5.4.28
873|presentationAddress|presentationAddress|2.5.4.29
874|supportedApplicationContext|supportedApplicationContext|2.5.4.30
875|member|member|2.5.4.31
876|owner|owner|2.5.4.32
877|roleOccupant|roleOccupant|2.5.4.33
878|seeAlso|seeAlso|2.5.4.34
879|userPassword|userPassword|2.5.4.35
880|userCertificate|userCertificate|2.5.4.36
881|cACertificate|cACertificate|2.5.4.37
882|authorityRevocationList|authorityRevocationList|2.5.4.38
883|certificateRevocationList|certificateRevocationList|2.5.4.39
884|crossCertificatePair|crossCertificatePair|2.5.4.40
885|enhancedSearchGuide|enhancedSearchGuide|2.5.4.47
886|protocolInformation|protocolInformation|2.5.4.48
887|distinguishedName|distinguishedName|2.5.4.49
888|uniqueMember|uniqueMember|2.5.4.50
889|houseIdentifier|houseIdentifier|2.5.4.51
890|supportedAlgorithms|supportedAlgorithms|2.5.4.52
891|deltaRevocationList|deltaRevocationList|2.5.4.53
892|dmdName|dmdName|2.5.4.54
893|id-alg-PWRI-KEK|id-alg-PWRI-KEK|1.2.840.113549.1.9.16.3.9
910|anyExtendedKeyUsage|Any Extended Key Usage|2.5.29.37.0
955|jurisdictionL|jurisdictionLocalityName|1.3.6.1.4.1.311.60.2.1.1
956|jurisdictionST|jurisdictionStateOrProvinceName|1.3.6.1.4.1.311.60.2.1.2
957|jurisdictionC|jurisdictionCountryName|1.3.6.1.4.1.311.60.2.1.3
1004|INN|INN|1.2.643.3.131.1.1
1005|OGRN|OGRN|1.2.643.100.1
1006|SNILS|SNILS|1.2.643.100.3
1007|subjectSignTool|Signing Tool of Subject|1.2.643.100.111
1008|issuerSignTool|Signing Tool of Issuer|1.2.643.100.112
1020|tlsfeature|TLS Feature|1.3.6.1.5.5.7.1.24
1022|ipsecIKE|ipsec Internet Key Exchange|1.3.6.1.5.5.7.3.17
1023|capwapAC|Ctrl/provision WAP Access|1.3.6.1.5.5.7.3.18
1024|capwapWTP|Ctrl/Provision WAP Termination|1.3.6.1.5.5.7.3.19
1025|secureShellClient|SSH Client|1.3.6.1.5.5.7.3.21
1026|secureShellServer|SSH Server|1.3.6.1.5.5.7.3.22
1027|sendRouter|Send Router|1.3.6.1.5.5.7.3.23
1028|sendProxiedRouter|Send Proxied Router|1.3.6.1.5.5.7.3.24
1029|sendOwner|Send Owner|1.3.6.1.5.5.7.3.25
1030|sendProxiedOwner|Send Proxied Owner|1.3.6.1.5.5.7.3.26
1058|id-smime-ct-contentCollection|id-smime-ct-contentCollection|1.2.840.113549.1.9.16.1.19
1059|id-smime-ct-authEnvelopedData|id-smime-ct-authEnvelopedData|1.2.840.113549.1.9.16.1.23
1060|id-ct-xml|id-ct-xml|1.2.840.113549.1.9.16.1.28
1086|id-smime-aa-signingCertificateV2|id-smime-aa-signingCertificateV2|1.2.840.113549.1.9.16.2.47
1089|organizationIdentifier|organizationIdentifier|2.5.4.97
1090|c3|countryCode3c|2.5.4.98
1091|n3|countryCode3n|2.5.4.99
1092|dnsName|dnsName|2.5.4.100
1131|cmcCA|CMC Certificate Authority|1.3.6.1.5.5.7.3.27
1132|cmcRA|CMC Registration Authority|1.3.6.1.5.5.7.3.28
1219|cmcArchive|CMC Archive Server|1.3.6.1.5.5.7.3.29
1220|id-kp-bgpsec-router|BGPsec Router|1.3.6.1.5.5.7.3.30
1221|id-kp-BrandIndicatorforMessageIdentification|Brand Indicator for Message Identification|1.3.6.1.5.5.7.3.31
1222|cmKGA|Certificate Management Key Generation Authority|1.3.6.1.5.5.7.3.32
1226|OGRNIP|OGRNIP|1.2.643.100.5
1227|classSignTool|Class of Signing Tool|1.2.643.100.113
1228|classSignToolKC1|Class of Signing Tool KC1|1.2.643.100.113.1
1229|classSignToolKC2|Class of Signing Tool KC2|1.2.643.100.113.2
1230|classSignToolKC3|Class of Signing Tool KC3|1.2.643.100.113.3
1231|classSignToolKB1|Class of Signing Tool KB1|1.2.643.100.113.4
1232|classSignToolKB2|Class of Signing Tool KB2|1.2.643.100.113.5
1233|classSignToolKA1|Class of Signing Tool KA1|1.2.643.100.113.6
1234|id-ct-routeOriginAuthz|id-ct-routeOriginAuthz|1.2.840.113549.1.9.16.1.24
1235|id-ct-rpkiManifest|id-ct-rpkiManifest|1.2.840.113549.1.9.16.1.26
1236|id-ct-rpkiGhostbusters|id-ct-rpkiGhostbusters|1.2.840.113549.1.9.16.1.35
1237|id-ct-resourceTaggedAttest|id-ct-resourceTaggedAttest|1.2.840.113549.1.9.16.1.36
1239|sbgp-ipAddrBlockv2|sbgp-ipAddrBlockv2|1.3.6.1.5.5.7.1.28
1240|sbgp-autonomousSysNumv2|sbgp-autonomousSysNumv2|1.3.6.1.5.5.7.1.29
1243|rpkiManifest|RPKI Manifest|1.3.6.1.5.5.7.48.10
1244|signedObject|Signed Object|1.3.6.1.5.5.7.48.11
1245|rpkiNotify|RPKI Notify|1.3.6.1.5.5.7.48.13
1246|id-ct-geofeedCSVwithCRLF|id-ct-geofeedCSVwithCRLF|1.2.840.113549.1.9.16.1.47
1247|id-ct-signedChecklist|id-ct-signedChecklist|1.2.840.113549.1.9.16.1.48
`;

let known: readonly KnownObject[] | undefined;

function all(): readonly KnownObject[] {
  known ??= ROWS.trim()
    .split("\n")
    .map((row) => {
      const [number, short, long, identifier] = row.split("|");
      return { number: Number(number), short, long, identifier };
    });
  return known;
}

export const objectByNumber = (number: number): KnownObject | undefined => all().find((each) => each.number === number);

export const objectByIdentifier = (identifier: string): KnownObject | undefined =>
  all().find((each) => each.identifier === identifier);

export const objectByName = (name: string): KnownObject | undefined =>
  all().find((each) => each.short === name || each.long === name);
