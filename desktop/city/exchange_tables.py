"""The exchange tables up_pro_* that the city fills (handbook 6.5): their columns, which may not be empty, and codes."""

from desktop.domain.catalogue import Handling
from desktop.domain.checklist import MaterialState

Record = dict[str, str]

_CD = ("cd_operation", "cd_time", "cd_batch", "data_source")
COLUMNS: dict[str, tuple[str, ...]] = {
    "up_pro_accept": (
        "row_guid", "project_no", "catalog_code", "local_catalog_code", "task_code", "local_task_code",
        "task_handle_item", "task_name", "task_version", "applyer_name", "applyer_type", "applyer_page_type",
        "applyer_page_code", "apply_date", "apply_type", "legal", "contact_name", "contact_type", "contact_code",
        "contact_mobile", "zip_code", "address", "org_name", "org_code", "handle_user_name", "accept_date",
        "accept_doc_no", "project_name", "project_type", "promise_date", *_CD,
    ),
    "up_pro_process": (
        "row_guid", "project_no", "event_name", "process_name", "handle_user_name", "handle_explain",
        "event_start_time", "event_end_time", *_CD,
    ),
    "up_pro_material": (
        "row_guid", "project_no", "material_name", "get_type", "get_name", "material_attach_name", *_CD,
    ),
    "up_pro_special_procedure": (
        "row_guid", "project_no", "special_type", "special_name", "special_reason", "special_explain", "special_time",
        "end_time", "result", *_CD,
    ),
    "up_pro_result": (
        "row_guid", "project_no", "result_date", "result_type", "result_cetr_name", "result_cetr_no",
        "result_explain", "is_delivery_results", "satisfaction", *_CD,
    ),
}  # fmt: skip
REQUIRED: dict[str, frozenset[str]] = {
    "up_pro_accept": frozenset({
        "row_guid", "project_no", "catalog_code", "task_code", "task_name", "task_version", "applyer_name",
        "applyer_type", "applyer_page_type", "applyer_page_code", "apply_date", "apply_type", "org_name", "org_code",
        "accept_date", "project_type",
    }),
    "up_pro_process": frozenset({"row_guid", "project_no"}),
    "up_pro_material": frozenset({"row_guid", "project_no"}),
    "up_pro_special_procedure": frozenset({"row_guid", "project_no"}),
    "up_pro_result": frozenset({"row_guid", "project_no", "result_date", "result_type", "is_delivery_results"}),
}  # fmt: skip

# Defaults of what each place codes for itself; the city's own codes go before them (CityConfig.codes).
CODES: dict[str, dict[str, str]] = {
    "applyer_type": {"person": "0", "organisation": "1"},
    "applyer_page_type": {"citizen_id": "10"},
    "project_type": {Handling.IMMEDIATE.value: "1", Handling.COMMITTED.value: "2"},
    "apply_type": {"counter": "窗口", "village": "村级"},
    "get_type": {
        MaterialState.UNCHECKED.value: "未收取",
        MaterialState.COMPLETE.value: "纸质收取",
        MaterialState.MISSING.value: "未收取",
        MaterialState.FAULTY.value: "纸质收取",
        MaterialState.DEFERRED.value: "容缺后补",
        MaterialState.PLEDGED.value: "告知承诺",
        MaterialState.SHARED.value: "电子证照验证",
        MaterialState.NOT_APPLICABLE.value: "不适用",
    },
    "result_type": {"denied": "0", "granted": "1", "not_required": "2", "refused": "3", "returned": "7"},
}
