"""Name of the place in the first six digits of a citizen id, for the clerk to compare with the card."""

from stdnum import numdb


def area_name(area: str) -> str:
    """Province, city and county as last named, such as 广西壮族自治区南宁市青秀区. Empty: in no table."""
    names = []
    for _, properties in numdb.get("cn/loc").info(area):
        for level in ("province", "prefecture", "city", "county"):
            if level in properties:
                # 「[1983-2003]新城区,[2004-]青秀区」: years and names of one code, oldest first.
                names.append(properties[level].split(",")[-1].rpartition("]")[2])
    return "".join(dict.fromkeys(names)) if "county" in numdb.get("cn/loc").info(area)[-1][1] else ""
