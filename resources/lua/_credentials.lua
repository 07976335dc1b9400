-- Whether a string has the form of a known credential. A name is asked for in
-- many places; a person in a hurry pastes the key itself. The forms are those
-- of the check of a whole profile, as far as a name can have them; this one
-- answers at the line of the call.
-- Made from resources/credential_forms.toml by scripts/generate_credentials.ts.
local find, gmatch, lower, match, sub = string.find, string.gmatch, string.lower, string.match, string.sub
local tonumber = tonumber

-- By their first two characters: a form a line, its parts one behind another
-- with a tab between: `=` and plain characters; or how few and how many there
-- are of a class, and the class; `!` and a class that must not follow. `*`: the last part needs a small letter, and a
-- capital or a digit. Kept as text, which costs a start less than tables.
local FORMS <const> = {
  ["sk"] = "=sk-ant-\t:16,:[A-Za-z0-9_-]\n=sk-proj-\t:16,:[A-Za-z0-9_-]\n=sk-svcacct-\t:16,:[A-Za-z0-9_-]\n=sk-admin-\t:16,:[A-Za-z0-9_-]\n=sk-None-\t:16,:[A-Za-z0-9_-]\n=sk-lf-\t:36,36:[a-f0-9-]\t![a-f0-9-]\n=sk_\t:40,:[a-f0-9]\n=sk_live_\t:10,:[A-Za-z0-9]\n=sk_test_\t:10,:[A-Za-z0-9]\n=sk_org_live_\t:10,:[A-Za-z0-9]\n=sk_org_test_\t:10,:[A-Za-z0-9]\n=sk_org_\t:10,:[A-Za-z0-9]",
  ["hf"] = "=hf_\t:30,:[A-Za-z0-9]",
  ["ap"] = "=api_org_\t:30,:[A-Za-z0-9]",
  ["gs"] = "=gsk_\t:40,:[A-Za-z0-9]",
  ["xa"] = "=xai-\t:60,:[A-Za-z0-9]\n=xapp-\t:10,:[A-Za-z0-9-]",
  ["r8"] = "=r8_\t:30,:[A-Za-z0-9]",
  ["pp"] = "=pplx-\t:40,:[A-Za-z0-9]",
  ["nv"] = "=nvapi-\t:60,:[A-Za-z0-9_-]",
  ["cs"] = "=csk-\t:40,:[a-z0-9]",
  ["tg"] = "=tgp_v1_\t:40,:[A-Za-z0-9_-]",
  ["fw"] = "=fw_\t:22,:[A-Za-z0-9]\t*",
  ["tv"] = "=tvly-dev-\t:20,:[A-Za-z0-9_-]\t*\n=tvly-prod-\t:20,:[A-Za-z0-9_-]\t*\n=tvly-\t:20,:[A-Za-z0-9_-]\t*",
  ["fc"] = "=fc-\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["ls"] = "=lsv2_pt_\t:32,32:[a-f0-9]\t=_\t:10,:[a-f0-9]\n=lsv2_sk_\t:32,32:[a-f0-9]\t=_\t:10,:[a-f0-9]\n=ls__\t:32,:[a-z0-9]",
  ["AB"] = "=ABSK\t:60,:[A-Za-z0-9+/=]\n=ABIA\t:16,16:[A-Z0-9]\t![A-Z0-9]",
  ["be"] = "=bedrock-api-key-\t:40,:[A-Za-z0-9+/=]",
  ["pc"] = "=pcsk_\t:50,:[A-Za-z0-9_]",
  ["pa"] = "=pa-\t:40,:[A-Za-z0-9_-]\t*\n=pat\t:14,14:[A-Za-z0-9]\t=.\t:64,64:[a-f0-9]\t![a-f0-9]\n=pat-na\t:1,1:[0-9]\t=-\t:36,36:[a-f0-9-]\t![a-f0-9-]\n=pat-eu\t:1,1:[0-9]\t=-\t:36,36:[a-f0-9-]\t![a-f0-9-]",
  ["ji"] = "=jina_\t:32,32:[a-f0-9]\t:20,:[A-Za-z0-9_-]",
  ["e2"] = "=e2b_\t:40,40:[a-f0-9]\t![a-f0-9]",
  ["rp"] = "=rpa_\t:40,:[A-Z0-9]",
  ["ke"] = "=key_\t:64,64:[a-f0-9]\t![a-f0-9]\n=key-\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["wa"] = "=wandb_v1_\t:40,:[A-Za-z0-9_-]",
  ["gh"] = "=gh\t:1,1:[opsur]\t=_\t:20,:[A-Za-z0-9]",
  ["gi"] = "=github_pat_\t:20,:[A-Za-z0-9_]\n=gitlab_session=\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["gl"] = "=glpat-\t:20,:[A-Za-z0-9_.-]\n=gloas-\t:20,:[A-Za-z0-9_.-]\n=gldt-\t:20,:[A-Za-z0-9_.-]\n=glrtr-\t:20,:[A-Za-z0-9_.-]\n=glrt-\t:20,:[A-Za-z0-9_.-]\n=glcbt-\t:20,:[A-Za-z0-9_.-]\n=glptt-\t:20,:[A-Za-z0-9_.-]\n=glft-\t:20,:[A-Za-z0-9_.-]\n=glimt-\t:20,:[A-Za-z0-9_.-]\n=glagent-\t:20,:[A-Za-z0-9_.-]\n=glwt-\t:20,:[A-Za-z0-9_.-]\n=glsoat-\t:20,:[A-Za-z0-9_.-]\n=glffct-\t:20,:[A-Za-z0-9_.-]\n=glsa_\t:32,32:[A-Za-z0-9]\t=_\t:8,8:[a-fA-F0-9]\t![a-fA-F0-9]\n=glc_\t:32,:[A-Za-z0-9+/=]",
  ["GR"] = "=GR1348941\t:20,:[A-Za-z0-9_-]",
  ["AT"] = "=ATCTT3xFfG\t:50,:[A-Za-z0-9_=-]\n=ATBB\t:24,:[A-Za-z0-9]\n=ATATT3xFfGF0\t:50,:[A-Za-z0-9_=-]",
  ["AK"] = "=AKIA\t:16,16:[A-Z0-9]\t![A-Z0-9]\n=AKCp\t:60,:[A-Za-z0-9]\n=AKID\t:32,32:[A-Za-z0-9]\t![A-Za-z0-9]",
  ["AS"] = "=ASIA\t:16,16:[A-Z0-9]\t![A-Z0-9]",
  ["AC"] = "=ACCA\t:16,16:[A-Z0-9]\t![A-Z0-9]",
  ["AI"] = "=AIza\t:35,35:[A-Za-z0-9_-]\t![A-Za-z0-9_-]",
  ["AQ"] = "=AQ.\t:30,:[A-Za-z0-9_-]\n=AQVN\t:35,:[A-Za-z0-9_-]",
  ["ya"] = "=ya29.\t:20,:[A-Za-z0-9_-]",
  ["1/"] = "=1//0\t:30,:[A-Za-z0-9_-]",
  ["GO"] = "=GOCSPX-\t:20,:[A-Za-z0-9_-]",
  ["Ac"] = "=AccountKey=\t:60,:[A-Za-z0-9+/=]",
  ["Sh"] = "=SharedAccessKey=\t:40,:[A-Za-z0-9+/=]",
  ["si"] = "=sig=\t:40,:[A-Za-z0-9%%+/]",
  ["xo"] = "=xox\t:1,1:[a-z]\t=-\t:10,:[A-Za-z0-9-]\n=xoxe.xox\t:1,1:[bp]\t=-\t:10,:[A-Za-z0-9-]",
  ["ho"] = "=hooks.slack.com/services/\t:20,:[A-Za-z0-9_/]\n=hooks.slack.com/workflows/\t:20,:[A-Za-z0-9_/]\n=hooks.slack.com/triggers/\t:20,:[A-Za-z0-9_/]",
  ["rk"] = "=rk_live_\t:10,:[A-Za-z0-9]\n=rk_test_\t:10,:[A-Za-z0-9]\n=rk_org_live_\t:10,:[A-Za-z0-9]\n=rk_org_test_\t:10,:[A-Za-z0-9]\n=rk_org_\t:10,:[A-Za-z0-9]",
  ["wh"] = "=whsec_\t:20,:[A-Za-z0-9+/=]",
  ["BS"] = "=BSA\t:20,:[A-Za-z0-9_-]\t*",
  ["np"] = "=npm_\t:36,:[A-Za-z0-9]",
  ["py"] = "=pypi-\t:50,:[A-Za-z0-9_-]",
  ["ci"] = "=cio\t:32,32:[A-Za-z0-9]\t![A-Za-z0-9]\t*",
  ["ru"] = "=rubygems_\t:48,48:[a-f0-9]\t![a-f0-9]",
  ["oy"] = "=oy2\t:43,43:[a-z0-9]\t![a-z0-9]",
  ["CL"] = "=CLOJARS_\t:60,60:[a-z0-9]\t![a-z0-9]",
  ["dc"] = "=dckr_pat_\t:20,:[A-Za-z0-9_-]\n=dckr_oat_\t:20,:[A-Za-z0-9_-]",
  ["cm"] = "=cmVmd\t:50,:[A-Za-z0-9]",
  ["SG"] = "=SG.\t:16,32:[A-Za-z0-9_-]\t=.\t:30,:[A-Za-z0-9_-]",
  ["re"] = "=re_\t:8,8:[A-Za-z0-9]\t=_\t:20,:[A-Za-z0-9]",
  ["xk"] = "=xkeysib-\t:64,64:[a-f0-9]\t=-\t:16,16:[A-Za-z0-9]\t![A-Za-z0-9]",
  ["SK"] = "=SK\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["sh"] = "=shpat_\t:32,:[a-fA-F0-9]\n=shpca_\t:32,:[a-fA-F0-9]\n=shppa_\t:32,:[a-fA-F0-9]\n=shpss_\t:32,:[a-fA-F0-9]\n=shptka_\t:32,:[a-fA-F0-9]\n=shprk_\t:32,:[a-fA-F0-9]\n=shpua_\t:32,:[a-fA-F0-9]",
  ["sq"] = "=sq0atp-\t:22,:[A-Za-z0-9_-]\n=sq0csp-\t:22,:[A-Za-z0-9_-]\n=sq\t:1,1:[pua]\t=_\t:40,40:[a-f0-9]\t![a-f0-9]",
  ["EA"] = "=EAAA\t:56,:[A-Za-z0-9_-]\n=EAA\t:1,1:[MCB]\t:80,:[A-Za-z0-9]",
  ["ac"] = "=access-sandbox-\t:36,36:[a-f0-9-]\t![a-f0-9-]\n=access-development-\t:36,36:[a-f0-9-]\t![a-f0-9-]\n=access-production-\t:36,36:[a-f0-9-]\t![a-f0-9-]\n=access_token$production$\t:16,16:[a-z0-9]\t=$\t:32,32:[a-f0-9]\t![a-f0-9]\n=access_token$sandbox$\t:16,16:[a-z0-9]\t=$\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["di"] = "=discordapp.com/api/webhooks/\t:17,20:[0-9]\t=/\t:50,:[A-Za-z0-9_-]\n=discord.com/api/webhooks/\t:17,20:[0-9]\t=/\t:50,:[A-Za-z0-9_-]",
  ["we"] = "=webhook.office.com/webhookb2/\t:60,:[A-Za-z0-9@/-]",
  ["do"] = "=do\t:1,1:[opr]\t=_v1_\t:64,64:[a-f0-9]\t![a-f0-9]\n=dose\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["da"] = "=dapi\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["dk"] = "=dkea\t:32,32:[a-f0-9]\t![a-f0-9]",
  ["ey"] = "=eyJrIjoi\t:40,:[A-Za-z0-9+/=]",
  ["sn"] = "=sntrys_\t:40,:[A-Za-z0-9+/=_]\n=sntry\t:1,1:[ua]\t=_\t:64,64:[a-f0-9]\t![a-f0-9]",
  ["PM"] = "=PMAK-\t:24,24:[a-f0-9]\t=-\t:34,34:[a-f0-9]\t![a-f0-9]",
  ["hv"] = "=hv\t:1,1:[sbr]\t=.\t:20,:[A-Za-z0-9_-]",
  ["pu"] = "=pul-\t:40,40:[a-f0-9]\t![a-f0-9]",
  ["dp"] = "=dp.pt.\t:2,35:[a-z0-9_-]\t=.\t:40,:[A-Za-z0-9]\n=dp.pt.\t:40,:[A-Za-z0-9]\n=dp.st.\t:2,35:[a-z0-9_-]\t=.\t:40,:[A-Za-z0-9]\n=dp.st.\t:40,:[A-Za-z0-9]\n=dp.ct.\t:2,35:[a-z0-9_-]\t=.\t:40,:[A-Za-z0-9]\n=dp.ct.\t:40,:[A-Za-z0-9]\n=dp.sa.\t:2,35:[a-z0-9_-]\t=.\t:40,:[A-Za-z0-9]\n=dp.sa.\t:40,:[A-Za-z0-9]\n=dp.scim.\t:2,35:[a-z0-9_-]\t=.\t:40,:[A-Za-z0-9]\n=dp.scim.\t:40,:[A-Za-z0-9]\n=dp.audit.\t:2,35:[a-z0-9_-]\t=.\t:40,:[A-Za-z0-9]\n=dp.audit.\t:40,:[A-Za-z0-9]",
  ["nt"] = "=ntn_\t:40,:[A-Za-z0-9]",
  ["se"] = "=secret_\t:43,43:[A-Za-z0-9]\t![A-Za-z0-9]",
  ["fi"] = "=fig\t:1,1:[dorhu]\t=_\t:40,:[A-Za-z0-9_-]",
  ["li"] = "=lin_api_\t:32,:[A-Za-z0-9]\n=lin_oauth_\t:64,64:[a-f0-9]\t![a-f0-9]",
  ["pk"] = "=pk_\t:4,10:[0-9]\t=_\t:32,32:[A-Z0-9]\t![A-Z0-9]",
  ["sb"] = "=sbp_oauth_\t:40,40:[a-f0-9]\t![a-f0-9]\n=sbp_\t:40,40:[a-f0-9]\t![a-f0-9]\n=sb_secret_\t:20,:[A-Za-z0-9_-]",
  ["ps"] = "=pscale_tkn_\t:32,:[A-Za-z0-9_=.-]\n=pscale_pw_\t:32,:[A-Za-z0-9_=.-]\n=pscale_oauth_\t:32,:[A-Za-z0-9_=.-]",
  ["na"] = "=napi_\t:60,:[a-z0-9]",
  ["NR"] = "=NRAK-\t:27,27:[A-Z0-9]\t![A-Z0-9]\n=NRJS-\t:19,19:[a-f0-9]\t![a-f0-9]\n=NRI\t:1,1:[IQ]\t=-\t:32,32:[A-Za-z0-9_-]\t![A-Za-z0-9_-]",
  ["dt"] = "=dt0\t:1,1:[a-z]\t:2,2:[0-9]\t=.\t:24,24:[A-Z0-9]\t=.\t:64,64:[A-Z0-9]\t![A-Z0-9]",
  ["CC"] = "=CCIPAT_\t:22,22:[A-Za-z0-9]\t=_\t:40,40:[a-f0-9]\t![a-f0-9]\n=CCIPRJ_\t:22,22:[A-Za-z0-9]\t=_\t:40,40:[a-f0-9]\t![a-f0-9]",
  ["bk"] = "=bkua_\t:40,40:[a-z0-9]\t![a-z0-9]\n=bkct_\t:40,40:[a-z0-9]\t![a-z0-9]\n=bkat_\t:40,40:[a-z0-9]\t![a-z0-9]",
  ["sg"] = "=sgp_\t:16,16:[a-f0-9]\t=_\t:40,40:[a-f0-9]\t![a-f0-9]\n=sgp_local_\t:40,40:[a-f0-9]\t![a-f0-9]\n=sgp_\t:40,40:[a-f0-9]\t![a-f0-9]",
  ["ts"] = "=tskey-auth-\t:16,:[A-Za-z0-9_-]\n=tskey-api-\t:16,:[A-Za-z0-9_-]\n=tskey-client-\t:16,:[A-Za-z0-9_-]\n=tskey-scim-\t:16,:[A-Za-z0-9_-]\n=tskey-webhook-\t:16,:[A-Za-z0-9_-]",
  ["nf"] = "=nf\t:1,1:[pcou]\t=_\t:36,:[A-Za-z0-9]",
  ["HR"] = "=HRKU-\t:36,:[A-Za-z0-9_-]",
  ["fo"] = "=fo1_\t:40,:[A-Za-z0-9_-]",
  ["fm"] = "=fm\t:1,1:[12]\t=r_\t:60,:[A-Za-z0-9+/=_-]\n=fm\t:1,1:[12]\t=a_\t:60,:[A-Za-z0-9+/=_-]\n=fm\t:1,1:[12]\t=_\t:60,:[A-Za-z0-9+/=_-]",
  ["rn"] = "=rnd_\t:28,:[A-Za-z0-9]",
  ["v1"] = "=v1.0-\t:24,24:[a-f0-9]\t=-\t:146,146:[a-f0-9]\t![a-f0-9]",
  ["cf"] = "=cfut_\t:40,:[A-Za-z0-9]\n=cfat_\t:40,:[A-Za-z0-9]\n=cfk_\t:40,:[A-Za-z0-9]",
  ["vc"] = "=vc\t:1,1:[pkiar]\t=_\t:40,:[A-Za-z0-9]",
  ["sl"] = "=sl.\t:100,:[A-Za-z0-9_-]",
  ["op"] = "=ops_eyJ\t:60,:[A-Za-z0-9+/=_-]",
  ["SS"] = "=SSWS \t:40,:[A-Za-z0-9_-]",
  ["LT"] = "=LTAI\t:16,22:[A-Za-z0-9]\t![A-Za-z0-9]",
  ["y0"] = "=y0_\t:50,:[A-Za-z0-9_-]",
  ["AG"] = "=AGE-SECRET-KEY-1\t:58,58:[A-Z0-9]\t![A-Z0-9]",
}

-- What a text must hold in small letters for the pattern to be worth a try.
local OTHERS <const> = {
  "-us", "%f[%w][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9]%-us[0-9][0-9]*",
  ".", "%f[%w][MNO][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9]*%.[A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-]*%.[A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-]*",
  ".atlasv1.", "%f[%w][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9][A-Za-z0-9]%.atlasv1%.[A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-][A-Za-z0-9_-]*",
  "nral", "%f[%w][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9][a-f0-9]NRAL",
  "sk-", "%f[%w]sk%-[%w_-]*[%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_][%w_]",
  ":aa", "%d%d%d%d%d%d%d%d:AA[%w_-]+",
  "q~", "[%w_~.][%w_~.][%w_~.]%dQ~[%w_~.-]+",
  "jqqj99", "%w+JQQJ99%w+",
  "-----begin ", "%-%-%-%-%-BEGIN [%u%d ]*PRIVATE KEY",
  "---- begin ssh2", "%-%-%-%- BEGIN SSH2 [%u%d ]*PRIVATE KEY",
  "putty-user-key-file-", "PuTTY%-User%-Key%-File%-%d:",
  "eyj", "%f[%w]eyJ[%w_-]+%.[%w_-][%w_-][%w_-][%w_-][%w_-][%w_-][%w_-][%w_-]",
  "bearer", "%f[%w][Bb][Ee][Aa][Rr][Ee][Rr][ \\t]+[%w._~+/=-]*%d",
  "basic", "%f[%w][Bb][Aa][Ss][Ii][Cc][ \\t]+[%w+/]*%d[%w+/]*=",
  ":/", "%a[%w+.-]+://?[^%s/?#@:]*:[^%s/?#@]+@",
}

local function fits_at(text, at, form)
  local body
  for kind, part in gmatch(form, "([=:!*])([^\t]*)") do
    if kind == "=" then
      if sub(text, at, at + #part - 1) ~= part then return false end
      at = at + #part
    elseif kind == ":" then
      local min, max, class = match(part, "^(%d+),(%d*):(.+)$")
      local _, to = find(text, "^" .. class .. "+", at)
      local count = to and to - at + 1 or 0
      min, max = tonumber(min), tonumber(max)
      if max and count > max then count = max end
      if count < min then return false end
      body = sub(text, at, at + count - 1)
      at = at + count
    elseif kind == "!" then
      -- Of an exact number there are no more.
      if find(text, "^" .. part, at) then return false end
    elseif not (match(body, "%l") and match(body, "[%u%d]")) then
      return false
    end
  end
  return true
end

-- What people write where one would be.
local function is_placeholder(text)
  local small = lower(text)
  return find(small, "xxxxxxxx", 1, true) or find(small, "your[-_ ]?%a") or find(small, "placeholder", 1, true)
end

local function looks_like_credential(text)
  -- Nothing alphanumeric stands before one.
  for at in gmatch(text, "%f[%w]()") do
    local forms = FORMS[sub(text, at, at + 1)]
    if forms then
      for form in gmatch(forms, "[^\n]+") do
        if fits_at(text, at, form) then return not is_placeholder(text) end
      end
    end
  end
  local small
  for index = 1, #OTHERS, 2 do
    small = small or lower(text)
    if find(small, OTHERS[index], 1, true) and find(text, OTHERS[index + 1]) then return not is_placeholder(text) end
  end
  return false
end

return { looks_like_credential = looks_like_credential }
