// ICU's headers are included by CICU alone; this target only says which system library is linked.
