@_exported public import ShihyoDefinitions
@_exported public import ShihyoEngine
@_exported public import ShihyoModel
@_exported public import ShihyoReports
@_exported public import ShihyoStatistics
@_exported public import ShihyoVerification
