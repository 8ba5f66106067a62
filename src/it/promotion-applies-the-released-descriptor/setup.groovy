def release = new File(basedir, 'releases/com/acme/sms-config/1.4.2')
release.mkdirs()
new File(release, 'sms-config-1.4.2.yaml').text = '''version: 1
tenant:
  domain: sandbox
messageMedia:
  apiKey: SandboxApiKey0000000
  apiSecret: SandboxApiSecret00000000000000
  from: "+61491570156"
environments: {prod: {protected: true}}
'''
return true
