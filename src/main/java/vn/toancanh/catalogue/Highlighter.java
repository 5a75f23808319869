package vn.toancanh.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.toancanh.catalogue.Highlight.Field;
import vn.toancanh.model.Camera;
import vn.toancanh.model.Site;
import vn.toancanh.model.SiteId;

/** Marks in a camera's own texts what a query matched. */
final class Highlighter {
    private final SearchQuery query;
    private final Function<SiteId, List<Site>> path;

    Highlighter(SearchQuery query, Function<SiteId, List<Site>> path) {
        this.query = query;
        this.path = path;
    }

    List<Highlight> highlight(Camera camera) {
        List<Highlight> marks = new ArrayList<>();
        Integer number = camera.number();
        if (number != null) {
            markNumber(number, marks);
        }
        mark(Field.NAME, camera.name(), marks);
        path.apply(camera.site()).forEach(site -> mark(Field.SITE, site.name(), marks));
        camera.tags().forEach(tag -> mark(Field.TAG, tag, marks));
        return marks;
    }

    private void markNumber(int number, List<Highlight> marks) {
        String text = Integer.toString(number);
        if (query.number().orElse(-1) == number) {
            marks.add(new Highlight(Field.NUMBER, text, 0, text.length()));
        } else {
            mark(Field.NUMBER, text, marks);
        }
    }

    private void mark(Field field, String text, List<Highlight> marks) {
        Folding folding = Folding.of(text);
        for (Folding.Word word : Folding.words(folding.text())) {
            int length = longestPrefix(word.text());
            if (length > 0) {
                int last = word.start() + length - 1;
                marks.add(new Highlight(field, text, folding.start(word.start()), folding.end(last)));
            }
        }
    }

    private int longestPrefix(String word) {
        int longest = 0;
        for (List<String> spellings : query.words()) {
            for (String spelling : spellings) {
                if (spelling.length() > longest && word.startsWith(spelling)) {
                    longest = spelling.length();
                }
            }
        }
        return longest;
    }
}
