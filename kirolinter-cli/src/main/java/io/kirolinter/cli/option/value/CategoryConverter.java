package io.kirolinter.cli.option.value;

import io.kirolinter.core.error.ErrorMessage;
import io.kirolinter.core.error.NearestName;
import io.kirolinter.core.finding.Category;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads categories by the names that users see. */
public final class CategoryConverter implements ITypeConverter<Category> {

  @Override
  public Category convert(String value) {
    return Arrays.stream(Category.values())
        .filter(category -> category.label().equals(value))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException(unknown(value)));
  }

  private static String unknown(String value) {
    List<String> known = Arrays.stream(Category.values()).map(Category::label).toList();
    return ErrorMessage.cannot("use", "category", value)
        .found("there is no such category")
        .expected("one of " + String.join(", ", known))
        .remedy(NearestName.hint(value, known))
        .text();
  }
}
