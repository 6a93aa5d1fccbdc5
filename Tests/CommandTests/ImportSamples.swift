// Small files in the layouts of published lists. All people, places and organizations in them are made up.

enum ImportSample {
  static let sdn = """
    36,"ZORVAN TRADING, S.A.",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"a.k.a. 'ZTSA'; Linked To: QUELLIN."
    40,"ZORVAN, Ilya Petrovich","individual","SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"DOB 10 Dec 1948; POB Quellin; \
    a.k.a. 'THE FOX'; nationality Russia."
    41,"SEA LARK","vessel","IRAN",-0- ,"Crude Oil Tanker",-0- ,-0- ,"Malta",-0- ,-0- ,-0-\u{20}
    \u{1A}
    """

  static let alt = """
    36,12,"aka","ZORVAN COMMERCIAL",-0-\u{20}
    40,13,"fka","ZORWAN, Elias",-0-\u{20}
    40,14,"aka","ZORVAN, Elias, Jr.",-0-\u{20}

    """

  static let sdnXML = """
    <?xml version="1.0" standalone="yes"?>
    <sdnList xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
      <publshInformation><Publish_Date>01/02/2026</Publish_Date><Record_Count>2</Record_Count></publshInformation>
      <sdnEntry><uid>40</uid><firstName>Ilya Petrovich</firstName><lastName>ZORVAN</lastName><sdnType>Individual</sdnType>
        <akaList>
          <aka><uid>13</uid><type>f.k.a.</type><category>strong</category><lastName>ZORWAN</lastName><firstName>Elias</firstName></aka>
          <aka><uid>15</uid><type>a.k.a.</type><category>weak</category><lastName>THE FOX</lastName></aka>
        </akaList>
        <dateOfBirthList>
          <dateOfBirthItem><uid>1</uid><dateOfBirth>1950</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem>
          <dateOfBirthItem><uid>2</uid><dateOfBirth>10 Dec 1948</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem>
        </dateOfBirthList>
      </sdnEntry>
      <sdnEntry><uid>36</uid><lastName>ZORVAN &amp; SONS</lastName><sdnType>Entity</sdnType></sdnEntry>
    </sdnList>
    """

  static let un = """
    <?xml version="1.0" encoding="UTF-8"?>
    <CONSOLIDATED_LIST dateGenerated="2026-02-27T00:00:00Z"><INDIVIDUALS>
    <INDIVIDUAL><DATAID>100</DATAID><REFERENCE_NUMBER>XXi.001</REFERENCE_NUMBER>
    <FIRST_NAME>ILYA</FIRST_NAME><SECOND_NAME> PETROV </SECOND_NAME><THIRD_NAME>ZORVAN</THIRD_NAME>
    <NAME_ORIGINAL_SCRIPT>إيليا زورفان</NAME_ORIGINAL_SCRIPT>
    <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Elias Zorvan; Ilyas Zorfan</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Fox</ALIAS_NAME></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1960</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
    <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1961-03-04</DATE></INDIVIDUAL_DATE_OF_BIRTH>
    </INDIVIDUAL></INDIVIDUALS><ENTITIES><ENTITY><DATAID>200</DATAID><FIRST_NAME>QUELLIN FOUNDATION</FIRST_NAME>
    <ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>Zorvan Relief</ALIAS_NAME></ENTITY_ALIAS></ENTITY></ENTITIES>
    </CONSOLIDATED_LIST>
    """

  static let euXML = """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-11-21T17:00:34.049+01:00" globalFileId="1">
      <sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.99.1" logicalId="13">
        <remark>made up</remark>
        <subjectType code="person" classificationCode="P"/>
        <nameAlias firstName="Ilya" middleName="" lastName="Zorvan" wholeName="Ilya Zorvan" nameLanguage="" strong="true" logicalId="17">
          <regulationSummary regulationType="regulation"/>
        </nameAlias>
        <nameAlias firstName="" middleName="" lastName="" wholeName="Илья Зорван" nameLanguage="RU" strong="true" logicalId="18"/>
        <nameAlias wholeName="Zorvan the Fox" nameLanguage="EN" strong="false" logicalId="19"/>
        <nameAlias firstName="Elias" lastName="Zorvan" wholeName="" strong="true" logicalId="20"/>
        <citizenship region="" countryIso2Code="00" countryDescription="UNKNOWN" logicalId="1"/>
        <citizenship region="" countryIso2Code="RU" countryDescription="RUSSIA" logicalId="2"/>
        <birthdate circa="true" year="1940" birthdate="" logicalId="3"/>
        <birthdate circa="false" year="1948" birthdate="1948-12-10" logicalId="4"/>
      </sanctionEntity>
      <sanctionEntity euReferenceNumber="EU.99.2" logicalId="14">
        <subjectType code="enterprise" classificationCode="E"/>
        <nameAlias wholeName="Quellin Shipping" strong="true"><remark>(low quality alias)</remark></nameAlias>
      </sanctionEntity>
    </export>
    """

  static let euCSV =
    "\u{FEFF}fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;"
    + "Entity_SubjectType_ClassificationCode;NameAlias_LastName;NameAlias_FirstName;NameAlias_MiddleName;"
    + "NameAlias_WholeName;NameAlias_NameLanguage;NameAlias_Remark;BirthDate_BirthDate;BirthDate_Year;"
    + "Citizenship_CountryIso2Code\r\n"
    + "28/10/2026;13;EU.99.1;P;person;Zorvan;Ilya;;Ilya Zorvan;;;;;\r\n"
    + "28/10/2026;13;EU.99.1;P;person;;;;Илья Зорван;RU;;;;\r\n"
    + "28/10/2026;14;EU.99.2;E;enterprise;;;;\"Quellin \"\"Q\"\"; Sons\";;low quality;;;\r\n"
    + "28/10/2026;13;EU.99.1;P;person;;;;;;;1948-12-10;1948;RU\r\n"

  static let uk = """
    Report Date: 27-Nov-2026,,,,,
    Last Updated,Unique ID,OFSI Group ID,Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Name type,Alias strength,\
    Name non-latin script,Non-latin script type,Non-latin script language,Designation Type,Address Line 1,D.O.B
    27/11/2026,RUS0001,13,ZORVAN,Ilya,Petrovich,,,,Primary Name,,Илья Зорван,Cyrillic,Russian,Individual,"1, Fox Lane",10/12/1948
    27/11/2026,RUS0001,13,ZORVAN,Ilya,Petrovich,,,,Primary name,,,,,Individual,"2, Fox Lane",dd/mm/1948
    27/11/2026,SHP0002,14,SEA LARK,,,,,,Primary Name,,,,,Ship,,
    27/11/2026,RUS0001,13,ZORWAN,Elias,,,,,Alias,Good quality a.k.a,,,,Individual,,
    27/11/2026,RUS0001,13,THE FOX,,,,,,Alias,Low quality a.k.a,,,,Individual,,

    """

  static let jrc = """
    1\tP\tu\tIlya+Zorvan
    1\tP\tru\tИлья+Зорван
    1\tP\tu\tZorvan
    2\tO\tu\tReach+"R"
    3\tU\tu\tQuellin+Thing

    """

  static let places = """
    7000001\tKvellin\tKvellin\tQuellin,Квеллин\t55.1\t37.2\tP\tPPLC\tRU\t\t48\t\t\t\t1000\t\t144\tEurope/Moscow\t2026-01-01
    7000002\tFox Mill\tFox Mill\t\t55.1\t37.2\tS\tML\tRU\t\t48\t\t\t\t0\t\t144\tEurope/Moscow\t2026-01-01
    2000003\tLarkberg "Lake"\tLarkberg\t\t45.1\t7.2\tH\tLK\tXX\t\t\t\t\t\t0\t\t144\t\t2026-01-01

    """

  static let placeNames = """
    1\t7000001\tru\tКвеллин\t\t\t\t\t\t
    2\t7000001\tru\tКвеллингорск\t1\t\t\t\t\t
    3\t7000001\ten\tFoxtown\t\t\t1\t\t\t
    4\t7000001\tru\tЦарёво\t\t\t\t1\t19150903\t19 February 2008
    5\t7000001\twkdt\tQ900003\t\t\t\t\t\t
    6\t7000001\tlink\thttps://example.org/Kvellin\t\t\t\t\t\t
    7\t7000001\tfr_1793\tRenard-Ville\t\t\t\t\t\t
    8\t7000001\tabbr\tKVL\t\t\t\t\t\t
    9\t9999999\ten\tNowhere\t\t\t\t\t\t

    """

  static let wikidata =
    "[\n" + #"{"type":"item","id":"Q900001","labels":{"ko":{"language":"ko","value":"\uae40\ucca0\ubcc4"},"#
    + #""en":{"language":"en","value":"Kim Cheol-byeol"},"be-x-old":{"language":"be-x-old","value":"Кім"},"#
    + #""mul":{"language":"mul","value":"Kim C."},"ru":{"language":"ru","value":"Kim"}},"#
    + #""descriptions":{"en":{"language":"en","value":"made } up \" ]"}},"#
    + #""aliases":{"en":[{"language":"en","value":"Kim \"Star\""},{"language":"en","value":"🦊 \ud83e\udd8a 7"}]},"#
    + #""claims":{"P31":[{"mainsnak":{"snaktype":"value","property":"P31","datavalue":{"value":"#
    + #"{"entity-type":"item","numeric-id":5},"type":"wikibase-entityid"}},"type":"statement","rank":"normal"}],"#
    + #""P569":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"time":"+1900-00-00T00:00:00Z","precision":9}}},"#
    + #""rank":"deprecated"},{"mainsnak":{"snaktype":"value","datavalue":{"value":"#
    + #"{"time":"+1961-03-00T00:00:00Z","precision":10}}},"rank":"normal"}],"#
    + #""P1477":[{"mainsnak":{"datavalue":{"value":{"text":"김돌","language":"ko"}}},"rank":"normal"}],"#
    + #""P27":[{"mainsnak":{"snaktype":"somevalue"},"rank":"normal"},"#
    + #"{"mainsnak":{"datavalue":{"value":{"id":"Q884"}}},"rank":"normal"}]},"sitelinks":{}},"# + "\n"
    + #"{"type":"item","id":"Q900002","labels":[],"aliases":[],"claims":{"P625":[]}},"# + "\n"
    + #"{"type":"item","id":"Q900003","labels":{"en":{"language":"en","value":"Thing"}},"claims":[]},"# + "\n"
    + #"{"type":"property","id":"P7","labels":{}}"# + "\n]\n"

  static let marc = """
    <?xml version="1.0" encoding="UTF-8"?>
    <marc:collection xmlns:marc="http://www.loc.gov/MARC21/slim">
    <marc:record><marc:leader>00000nz  a2200000nc 4500</marc:leader>
      <marc:controlfield tag="001">n  99001</marc:controlfield>
      <marc:datafield tag="024" ind1="7" ind2=" "><marc:subfield code="a">Q900004</marc:subfield>\
    <marc:subfield code="2">wikidata</marc:subfield></marc:datafield>
      <marc:datafield tag="043" ind1=" " ind2=" "><marc:subfield code="c">XA-RU</marc:subfield></marc:datafield>
      <marc:datafield tag="100" ind1="1" ind2=" "><marc:subfield code="a">Zorvan, Ilya P.,</marc:subfield>\
    <marc:subfield code="d">1840-1893.</marc:subfield></marc:datafield>
      <marc:datafield tag="400" ind1="1" ind2=" "><marc:subfield code="a">Zorwan, Elias,</marc:subfield>\
    <marc:subfield code="4">https://d-nb.info/standards/elementset/gnd#nafr</marc:subfield></marc:datafield>
      <marc:datafield tag="400" ind1="0" ind2=" "><marc:subfield code="a">\u{98}The\u{9C} Fox</marc:subfield></marc:datafield>
      <marc:datafield tag="880" ind1="1" ind2=" "><marc:subfield code="6">100-01/(N</marc:subfield>\
    <marc:subfield code="a">Зорван, Илья,</marc:subfield></marc:datafield>
    </marc:record>
    <marc:record><marc:controlfield tag="001">n99002</marc:controlfield>
      <marc:datafield tag="110" ind1="2" ind2=" "><marc:subfield code="a">Quellin.</marc:subfield>\
    <marc:subfield code="b">Office of Larks.</marc:subfield></marc:datafield></marc:record>
    <marc:record><marc:controlfield tag="001">n99003</marc:controlfield>
      <marc:datafield tag="150" ind1=" " ind2=" "><marc:subfield code="a">Larks</marc:subfield></marc:datafield></marc:record>
    </marc:collection>
    """

  static let ftm = """
    {"id":"x-1","caption":"Ilya Zorvan","schema":"Person","properties":{"name":["ZORVAN Ilya","Ilya Zorvan","Илья Зорван"],\
    "alias":["Elias Zorvan"],"previousName":["Ilya Zorwan"],"weakAlias":["the Fox"],"birthDate":["1948-12-10"],\
    "nationality":["ru"],"wikidataId":["Q900004"]},"datasets":["x"],"target":true}
    {"id":"x-2","schema":"Person","properties":{"firstName":["Ann"],"lastName":["Lark"]}}
    {"id":"x-3","schema":"Address","properties":{"full":["1 Fox Lane"]}}
    {"id":"x-4","schema":"Company","properties":{"name":["—"]}}

    """

  static let statements = """
    canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original_value,external,first_seen,last_seen,id
    x-1,a,id,checksum,Person,0123,list,,,,f,2026-01-01,2026-01-02,1
    x-1,a,name,name,Person,Ilya Zorvan,list,,eng,,f,2026-01-01,2026-01-02,2
    x-1,b,name,name,Person,Илья Зорван,list,,rus,,f,2026-01-01,2026-01-02,3
    x-1,b,alias,name,Person,"Zorvan, Elias",list,,,,f,2026-01-01,2026-01-02,4
    x-1,b,weakAlias,name,Person,the Fox,list,,eng,,f,2026-01-01,2026-01-02,5
    x-1,b,nationality,country,Person,ru,list,,,,f,2026-01-01,2026-01-02,6
    x-9,c,full,address,Address,1 Fox Lane,list,,,,f,2026-01-01,2026-01-02,7

    """

  static let openSanctions = #"""
    "id","schema","name","aliases","birth_date","countries","addresses","identifiers","sanctions","phones","emails",\#
    "program_ids","dataset","first_seen","last_seen","last_change"
    "x-1","Person","Ilya Zorvan","Elias Zorvan;""Zorvan; Ilya """"the Fox"""""";Илья Зорван","1948-12-10;1949","ru;cy","","","","",\#
    "","","Made-up list","2026-01-01","2026-01-02","2026-01-02"
    "x-2","Address","1 Fox Lane","","","","","","","","","","","","",""

    """#
}
