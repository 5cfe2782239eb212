internal import ShihyoModel
