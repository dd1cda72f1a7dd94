// The words of the interface, Vietnamese first.

const WORDS = {
  vi: {
    overview: "Tổng quan", pages: "Trang in", findings: "Phát hiện", print: "In ra tệp", search: "Tìm", skip: "Đến nội dung",
    module: "Chuyên đề", periods: "Số tiết", pageCount: "Số trang", state: "Tình trạng", cited: "Điều khoản dẫn", provisions: "Điều khoản",
    found: "Phát hiện", present: "Trình bày", framework: "Khung chương trình", coverage: "Mức phủ nguồn",
    theory: "Lý thuyết", discussion: "Thảo luận", fieldwork: "Nghiên cứu thực tế", self_study: "Tự nghiên cứu",
    assessment: "Ôn tập - kiểm tra", total: "Tổng số tiết", sum: "Cộng", number: "TT",
    asked: "Trường yêu cầu", met: "Đạt yêu cầu", taught: "Giảng", practised: "Luyện tập", tested: "Kiểm tra", printed: "In ở trang",
    editions: "Ấn bản", width: "Cỡ trang", whole: "Cả giáo trình", none: "Không có phát hiện nào.",
    printing: "Đang in lại…", waiting: "Đang in lần đầu, trang hiện ra khi in xong…", page: "trang", open: "mở",
    broken: "Chưa đọc được, giữ trang in gần nhất", more: "phát hiện khác", lost: "Mất liên lạc với chương trình, đang nối lại…",
    save: "Lưu (Ctrl+S)", close: "Đóng (Esc)", saved: "Đã lưu, bản trước giữ ở .giaotrinh/history.", source: "Mã nguồn",
    conflict: "Đoạn này vừa được sửa ở nơi khác. Không ghi đè. Bản đang có trên đĩa:", keepMine: "Giữ bản của tôi, sửa tiếp",
    takeTheirs: "Lấy bản trên đĩa", beside: "Điều khoản được dẫn", hint: "Cách sửa", start: "In", building: "Đang in",
    failed: "Chưa in được", done: "Đã in xong", all: "Toàn bộ", error: "lỗi", warning: "cảnh báo", info: "thông tin",
    next: "Trang sau", back: "Trang trước", screen: "Mở màn hình chiếu", noNotes: "Không có lời giảng riêng cho trang này.",
    planned: "theo giáo án", book: "sách tr.", slide: "Trang chiếu", justChanged: "Vừa đổi, đang in lại", results: "Kết quả tìm",
    nothing: "Không thấy.", unsaved: "Có sửa chưa lưu. Bỏ đi?", "du-thao": "dự thảo", "khoa-thong-qua": "khoa thông qua",
    "da-tham-dinh": "đã thẩm định", "ban-hanh": "ban hành", role: "Vai trò", noSlides: "Đang in trang chiếu…",
    block: "Khối", place: "Chỗ", review: "Đối chiếu lại", by: "Người đối chiếu", holds: "Còn đúng, ghi nhận",
    nothingStale: "Không có chỗ nào phải đối chiếu lại.", removed: "Lời cũ", added: "Lời mới",
  },
  en: {
    overview: "Overview", pages: "Pages", findings: "Findings", print: "Print to file", search: "Search", skip: "To the content",
    module: "Module", periods: "Periods", pageCount: "Pages", state: "State", cited: "Provisions cited", provisions: "Provisions",
    found: "Findings", present: "Present", framework: "Framework of the course", coverage: "Coverage of the source",
    theory: "Theory", discussion: "Discussion", fieldwork: "Fieldwork", self_study: "Self-study",
    assessment: "Review and test", total: "All periods", sum: "Sum", number: "No.",
    asked: "Asked for", met: "Met", taught: "Taught", practised: "Practised", tested: "Tested", printed: "Printed on",
    editions: "Editions", width: "Page size", whole: "The whole course", none: "No findings.",
    printing: "Printing again…", waiting: "Printing for the first time, pages appear when done…", page: "page", open: "open",
    broken: "Cannot be read, the last good pages stay", more: "more findings", lost: "Connection lost, trying again…",
    save: "Save (Ctrl+S)", close: "Close (Esc)", saved: "Saved, the version before is in .giaotrinh/history.", source: "Source text",
    conflict: "Somebody else changed this meanwhile. Nothing was overwritten. What is on disk now:", keepMine: "Keep mine, go on",
    takeTheirs: "Take what is on disk", beside: "Provisions it leans on", hint: "What to do", start: "Print", building: "Printing",
    failed: "Could not be printed", done: "Printed", all: "All", error: "error", warning: "warning", info: "info",
    next: "Next", back: "Back", screen: "Open the screen", noNotes: "No notes for this slide.",
    planned: "by the lesson plan", book: "book p.", slide: "Slide", justChanged: "Just changed, printing", results: "Found",
    nothing: "Nothing found.", unsaved: "Unsaved changes. Drop them?", "du-thao": "draft", "khoa-thong-qua": "passed by the faculty",
    "da-tham-dinh": "appraised", "ban-hanh": "issued", role: "Role", noSlides: "Printing the slides…",
    block: "Block", place: "Place", review: "Review", by: "Who compares", holds: "Holds, record it",
    nothingStale: "No place has to be compared again.", removed: "Former words", added: "New words",
  },
};

export const language = document.documentElement.lang;
export const word = (name) => WORDS[language]?.[name] ?? WORDS.vi[name] ?? name;
