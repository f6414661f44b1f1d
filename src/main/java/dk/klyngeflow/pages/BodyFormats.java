package dk.klyngeflow.pages;

import java.util.List;
import org.springframework.boot.autoconfigure.http.HttpMessageConverters;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/**
 * What the bodies of requests and answers are made of: JSON, text and files. Left to itself Spring adds XML, which nobody asks us for, and for
 * which the whole of Saxon is made ready at every start.
 */
@Configuration(proxyBeanMethods = false)
class BodyFormats {

    @Bean
    HttpMessageConverters bodyConverters(StringHttpMessageConverter text, MappingJackson2HttpMessageConverter json) {
        return new HttpMessageConverters(
                false,
                List.of(
                        new ByteArrayHttpMessageConverter(),
                        text,
                        new ResourceHttpMessageConverter(),
                        new ResourceRegionHttpMessageConverter(),
                        json));
    }
}
