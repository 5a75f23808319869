package vn.toancanh.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TagListsTest {
    private final TagLists lists = new TagLists();

    @Test
    void camerasOfTheSameTagsShareOneList() {
        List<String> tags = lists.of("[\"an-ninh\",\"le \\\"hoi\\\"\"]");
        assertThat(tags).containsExactly("an-ninh", "le \"hoi\"");
        assertThat(lists.of("[\"an-ninh\",\"le \\\"hoi\\\"\"]")).isSameAs(tags);
        assertThat(lists.of("[]")).isEmpty();
    }

    @Test
    void moreThanMayBeKnownAreForgottenAndReadAgain() {
        List<String> first = lists.of("[\"0\"]");
        for (int i = 1; i < TagLists.MOST; i++) {
            lists.of("[\"" + i + "\"]");
        }
        assertThat(lists.of("[\"0\"]")).as("as many as may be known").isSameAs(first);
        lists.of("[\"one more\"]");
        assertThat(lists.of("[\"0\"]")).isNotSameAs(first).containsExactly("0");
    }
}
